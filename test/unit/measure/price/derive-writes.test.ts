import { describe, expect, it } from 'vitest'
import { deriveWrites, type Derivation } from '../../../../src/measure/price/derive-writes.js'
import type { ColumnShape, TableShape } from '../../../../src/postgres/catalog/table-shapes.js'

const column = (name: string, changes: Partial<ColumnShape> = {}): ColumnShape => ({
  name,
  type: 'text',
  generated: false,
  suppliesItself: false,
  key: false,
  references: false,
  unique: false,
  indexed: false,
  ofGiven: false,
  ...changes,
})

const table = (columns: readonly ColumnShape[], changes: Partial<TableShape> = {}): TableShape => ({
  schema: 'public',
  table: 'notes',
  partitioned: false,
  rows: 100,
  givenIndexes: 1,
  columns,
  ...changes,
})

const id = column('id', { type: 'bigint', key: true, indexed: true })
const indexed = { indexed: true, ofGiven: true }

const sqlOf = ({ proposals }: Derivation): readonly string[] =>
  proposals.flatMap(({ alternatives }) => alternatives.map(({ sql }) => sql))
const reasonsOf = ({ notDerived }: Derivation): Record<string, string> =>
  Object.fromEntries(notDerived.map(({ what, reason }) => [what, reason]))

describe('writes derived for a table', () => {
  it('insert a copy, touch a column, change an indexed one and delete, by key', () => {
    const derived = deriveWrites(table([id, column('body'), column('sent_at', { ...indexed, type: 'date' })]))
    expect(derived.notDerived).toEqual([])
    expect(sqlOf(derived)).toEqual([
      'insert into "public"."notes" ("id", "body", "sent_at") select $2::bigint, "body", "sent_at" from "public"."notes" where "id" = $1',
      'update "public"."notes" set "body" = "body" where "id" = $1',
      'update "public"."notes" set "sent_at" = "sent_at" + 1 where "id" = $1',
      'delete from "public"."notes" where "id" = $1',
    ])
    const [insert] = derived.proposals[0]?.alternatives ?? []
    expect(insert).toMatchObject({ name: 'insert notes', parameterCount: 2 })
    expect(insert?.parameters).toContain('max("id")')
  })

  it('quote what could be anything', () => {
    const odd = table([{ ...id, name: 'i"d' }, column("bo'dy")], { schema: 'S', table: 'a b' })
    for (const sql of sqlOf(deriveWrites(odd))) expect(sql).toMatch(/"S"\."a b"/)
    expect(sqlOf(deriveWrites(odd)).join()).toContain('"i""d" = $1')
  })

  it('leave a key out that supplies itself, and never write what is computed', () => {
    const columns = [
      { ...id, suppliesItself: true },
      column('body'),
      column('search', { ...indexed, generated: true }),
    ]
    const derived = deriveWrites(table(columns))
    expect(sqlOf(derived)[0]).toBe(
      'insert into "public"."notes" ("body") select "body" from "public"."notes" where "id" = $1',
    )
    expect(sqlOf(derived).join()).not.toContain('search')
  })

  it('try each indexed column that has an obvious other value', () => {
    const columns = [id, column('status', indexed), column('tag', { ...indexed, type: 'boolean' })]
    const update = deriveWrites(table(columns)).proposals.find(({ what }) => what.includes('indexed'))
    expect(update?.alternatives.map(({ name }) => name)).toEqual(['update notes.status', 'update notes.tag'])
  })

  it('sample pages of a large table instead of reading all of it', () => {
    const [insert] = deriveWrites(table([id, column('body')], { rows: 10_000_000 })).proposals
    expect(insert?.alternatives[0]?.parameters).toContain('tablesample system (0.05)')
  })

  it.each([
    ['no primary key', [column('body', indexed)], 'insert', 'it has no primary key'],
    ['a key of several columns', [id, { ...id, name: 'part' }], 'insert', 'its key has several columns'],
    ['a key that is a foreign key', [{ ...id, references: true }], 'insert', 'its key is a foreign key'],
    ['a key of text', [{ ...id, type: 'text' }], 'insert', 'no fresh key can be made of type text'],
    [
      'nothing but indexed columns',
      [id, column('body', indexed)],
      'update of a column without an index',
      'every column is a key, computed or indexed',
    ],
    [
      'an index on a vector only',
      [id, column('embedding', { ...indexed, type: 'vector' })],
      'update of an indexed column',
      expect.stringContaining('types without an obvious other value'),
    ],
  ])('are told to be missing for %s', (_, columns, what, reason) => {
    expect(reasonsOf(deriveWrites(table(columns)))[what]).toEqual(reason)
  })

  it('are none for a partitioned table', () => {
    const derived = deriveWrites(table([id, column('body', indexed)], { partitioned: true }))
    expect(derived.proposals).toEqual([])
    expect(new Set(Object.values(reasonsOf(derived)))).toEqual(new Set(['it is partitioned']))
  })
})
