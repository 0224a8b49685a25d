// <name>.parameters.json: a list of values, one for each of $1 … $n, or several such lists. Read as YAML, of which JSON is
// a part, because its parser says where a mistake is.
import type { SourceText } from '../model/scenario.js'
import { YamlSource, type YamlPath } from './yaml-source.js'

/** As PostgreSQL reads it in the type that the query gives to the parameter. */
export type ParameterValue = string | null

/** Throws a usage error with file:line:column. */
export function parseParameterRows(source: SourceText, count: number): readonly ParameterValue[][] {
  const yaml = new YamlSource(source)
  const value: unknown = yaml.value()
  if (!Array.isArray(value) || value.length === 0) {
    throw yaml.errorAt(yaml.indexOf([]), `expected a list of ${count} values, or a list of such lists`)
  }
  const nested = value.every((row) => Array.isArray(row))
  const rows = nested ? value.map((row, i) => ({ row, path: [i] })) : [{ row: value, path: [] }]
  return rows.map(({ row, path }) => parseRow(yaml, row as readonly unknown[], path, count))
}

function parseRow(
  yaml: YamlSource,
  row: readonly unknown[],
  path: YamlPath,
  count: number,
): ParameterValue[] {
  if (row.length !== count) {
    throw yaml.errorAt(yaml.indexOf(path), `${row.length} values, but the query takes ${count}`)
  }
  return row.map((value, i) => {
    if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)) {
      throw yaml.errorAt(
        yaml.indexOf([...path, i]),
        'this number is too large to be read exactly',
        'Write it in quotes',
      )
    }
    return textOf(value)
  })
}

function textOf(value: unknown): ParameterValue {
  if (value === null || value === undefined) return null
  return typeof value === 'string' ? value : JSON.stringify(value)
}
