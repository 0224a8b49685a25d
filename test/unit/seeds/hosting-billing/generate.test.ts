import { readdir, readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { hostingBilling } from '../../../../seeds/hosting-billing/generate.js'
import type { TableData } from '../../../../src/model/dataset.js'
import { rowsOfTable, type NamedRow } from '../../../support/dataset-rows.js'

const SCENARIO = 'scenarios/hosting-billing'
const constraintsSql = await readFile('seeds/hosting-billing/constraints.sql', 'utf8')
const tablesSql = await readFile('seeds/hosting-billing/tables.sql', 'utf8')

/** Every ADD CONSTRAINT of constraints.sql that matches, with the table it is on. */
const constraints = (pattern: RegExp): { table: string; match: RegExpMatchArray }[] =>
  [...constraintsSql.matchAll(/ALTER TABLE (\w+)([^;]*);/g)].flatMap(([, table = '', body = '']) =>
    [...body.matchAll(pattern)].map((match) => ({ table, match })),
  )
const keysOf = (kind: 'PRIMARY KEY' | 'UNIQUE'): { table: string; name: string; columns: string[] }[] =>
  constraints(new RegExp(`ADD CONSTRAINT (\\w+) ${kind} \\(([^)]*)\\)`, 'g')).map(({ table, match }) => ({
    table,
    name: match[1] ?? '',
    columns: (match[2] ?? '').split(', '),
  }))
const foreignKeys = constraints(/FOREIGN KEY \((\w+)\) REFERENCES (\w+)/g).map(({ table, match }) => ({
  table,
  column: match[1] ?? '',
  parent: match[2] ?? '',
}))
const indexesOf = (sql: string): string[] =>
  [...sql.matchAll(/^CREATE INDEX (?:CONCURRENTLY IF NOT EXISTS )?(\w+) ON /gm)].map(([, name = '']) => name)
const indexesBefore = [
  ...[...keysOf('PRIMARY KEY'), ...keysOf('UNIQUE')].map(({ name }) => name),
  ...indexesOf(constraintsSql),
]

const tables = hostingBilling.generate(1, 3000)
const rows = new Map(tables.map(({ table }) => [table, rowsOfTable(tables, table)]))
const read = (table: string): NamedRow[] => rows.get(table) ?? []

describe('the schema of hosting-billing', () => {
  it('has the 97 tables and 143 foreign keys that the report counts', () => {
    expect(tables).toHaveLength(97)
    expect(foreignKeys).toHaveLength(143)
    expect(keysOf('PRIMARY KEY').map(({ table }) => table)).toEqual(tables.map(({ table }) => table))
  })

  it('generates the columns that its tables have', () => {
    const written = [...tablesSql.matchAll(/CREATE TABLE (\w+) \(\n([^;]*)\n\);/g)].map(
      ([, table, body = '']) => [table, body.split('\n').map((line) => line.trim().split(' ')[0])],
    )
    const sorted = ([table, columns]: (typeof written)[number]): unknown => [
      table,
      [...(columns ?? [])].sort((a = '', b = '') => a.localeCompare(b)),
    ]
    const generated = tables.map(({ table, columns }): (typeof written)[number] => [
      table,
      columns.map(({ name }) => name),
    ])
    expect(generated.map(sorted)).toEqual(written.map(sorted))
  })

  it('has 344 indexes, and 397 with the migration, whose other statements name what is there', async () => {
    expect(new Set(indexesBefore).size).toBe(344)
    const [file = ''] = await readdir(`${SCENARIO}/migrations`)
    const migration = indexesOf(await readFile(`${SCENARIO}/migrations/${file}`, 'utf8'))
    expect(migration).toHaveLength(64)
    expect(new Set([...indexesBefore, ...migration]).size).toBe(397)
  })

  it('has names that PostgreSQL keeps whole', () => {
    expect(indexesBefore.filter((name) => name.length > 63)).toEqual([])
  })
})

describe('the rows of hosting-billing', () => {
  it('are as many as announced, and the same in every pass and every time', () => {
    const again = hostingBilling.generate(1, 3000)
    for (const [i, table] of tables.entries()) {
      expect([table.table, read(table.table).length]).toEqual([table.table, table.rowCount])
      expect(digest(again[i])).toBe(digest(table))
    }
  })

  it('are others for another seed', () => {
    const others = hostingBilling.generate(2, 3000)
    const same = tables.filter((table, i) => digest(table) === digest(others[i]))
    expect(same).toEqual([])
  })

  it('refer to rows that exist', () => {
    const broken = foreignKeys.filter(({ table, column, parent }) =>
      read(table).some((row) => row[column] !== null && !isRowOf(parent, row[column])),
    )
    expect(broken).toEqual([])
  })

  it('are unique where the schema says so', () => {
    for (const { table, name, columns } of [...keysOf('PRIMARY KEY'), ...keysOf('UNIQUE')]) {
      const keys = read(table).map((row) => JSON.stringify(columns.map((column) => row[column])))
      const known = keys.filter((key) => !key.includes('null'))
      expect([name, new Set(known).size]).toEqual([name, known.length])
    }
  })

  it('leave references open only where the schema lets them', () => {
    const mandatory = foreignKeys.filter(({ table, column }) => isMandatory(table, column))
    const open = mandatory.filter(({ table, column }) => read(table).some((row) => row[column] === null))
    expect(open).toEqual([])
    expect(mandatory.length).toBeLessThan(foreignKeys.length)
  })

  it('are of the sizes that the report names at medium', () => {
    const { medium } = hostingBilling.scales
    const sizes = new Map(
      hostingBilling.generate(1, medium).map(({ table, rowCount }) => [table, rowCount] as const),
    )
    expect(sizes.get('tenants')).toBe(10_000)
    expect(sizes.get('subscriptions')).toBe(100_000)
    expect(sizes.get('audit_logs')).toBe(1_000_000)
  })
})

const digest = (table: TableData | undefined): string => JSON.stringify([...(table?.rows() ?? [])])

const isRowOf = (parent: string, id: unknown): boolean =>
  typeof id === 'number' && id >= 1 && id <= read(parent).length

const isMandatory = (table: string, column: string): boolean =>
  new RegExp(`CREATE TABLE ${table} \\([^;]*\\n  ${column} \\w+ NOT NULL`).test(tablesSql)
