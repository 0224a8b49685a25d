// Which keys scenario.yaml may have at a path, read from the schema so that the two never differ.
import { z } from 'zod'
import { definitionSchema } from './definition-schema.js'

/** Keys of the map at the path; none where it is not a map with fixed keys. */
export function keysAt(path: readonly PropertyKey[]): readonly string[] {
  let schema: unknown = definitionSchema
  for (const part of path) schema = inside(unwrapped(schema), part)
  const map = unwrapped(schema)
  return map instanceof z.ZodObject ? Object.keys(map.shape) : []
}

function inside(schema: unknown, part: PropertyKey): unknown {
  if (schema instanceof z.ZodArray) return schema.element
  if (schema instanceof z.ZodRecord) return schema.valueType
  if (schema instanceof z.ZodObject) return (schema.shape as Record<PropertyKey, unknown>)[part]
  return undefined
}

const unwrapped = (schema: unknown): unknown => (schema instanceof z.ZodOptional ? schema.unwrap() : schema)
