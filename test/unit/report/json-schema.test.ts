import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import {
  renderExplanationsSchema,
  renderInspectionSchema,
  renderJsonSchema,
  renderSampleSchema,
  renderSweepSchema,
} from '../../../src/report/json-schema.js'

const SCHEMAS = [
  { file: 'result.schema.json', render: renderJsonSchema, title: 'IndexProof result' },
  { file: 'samples.schema.json', render: renderSampleSchema, title: 'IndexProof sample line' },
  { file: 'inspection.schema.json', render: renderInspectionSchema, title: 'IndexProof inspection' },
  { file: 'explanations.schema.json', render: renderExplanationsSchema, title: 'IndexProof explanations' },
  { file: 'sweep.schema.json', render: renderSweepSchema, title: 'IndexProof sweep' },
]

test.each(SCHEMAS)('schemas/$file is what the code checks with', ({ file, render }) => {
  const committed = readFileSync(new URL(`../../../schemas/${file}`, import.meta.url), 'utf8')
  expect(committed, `schemas/${file} is out of date: run "npm run build && npm run schemas"`).toBe(render())
})

test.each(SCHEMAS)(
  'schemas/$file names its dialect and itself, and allows no unknown keys',
  ({ render, title }) => {
    const schema = JSON.parse(render()) as Record<string, unknown>
    expect(schema).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema', title })
    expect(schema).not.toHaveProperty('$id')
    const variants = (schema['oneOf'] ?? [schema]) as Record<string, unknown>[]
    for (const variant of variants)
      expect(variant).toMatchObject({ type: 'object', additionalProperties: false })
  },
)
