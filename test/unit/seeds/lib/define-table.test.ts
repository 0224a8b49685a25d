import { describe, expect, it } from 'vitest'
import {
  composed,
  date,
  integer,
  nullable,
  numeric,
  pooled,
  rowUuid,
  serial,
  text,
  vector,
} from '../../../../seeds/lib/columns.js'
import { defineTable } from '../../../../seeds/lib/define-table.js'
import { BLOCK_ROWS, type ColumnSource, type TableData } from '../../../../src/model/dataset.js'
import { decodeCopyBinary } from '../../../support/decode-copy-binary.js'
import { rowsOfTable } from '../../../support/dataset-rows.js'
import { copyStreamOf } from '../../../support/table-of-rows.js'

const define = (columns: Record<string, ColumnSource>, rows = 100, seed = 1): TableData =>
  defineTable(seed, 'shop', { table: 'orders', rows, columns })

const column = (table: TableData, name: string): unknown[] =>
  rowsOfTable([table], table.table).map((row) => row[name])

describe('a declared table', () => {
  it('is in schema public unless told, with its columns in the order they were written', () => {
    const table = define({ id: serial('bigint'), price: numeric(2, () => 1999) })
    expect(table).toMatchObject({ schema: 'public', table: 'orders', rowCount: 100 })
    expect(table.columns).toEqual([
      { name: 'id', type: 'bigint' },
      { name: 'price', type: 'numeric', scale: 2 },
    ])
    expect(defineTable(1, 'shop', { schema: 'tenants', table: 'a', rows: 0, columns: {} }).schema).toBe(
      'tenants',
    )
  })

  it('gives the same rows in every pass, and others for another seed', () => {
    const columns = { amount: integer((_, random) => random.below(1_000_000)) }
    const table = define(columns)
    expect([...table.rows()]).toEqual([...table.rows()])
    expect([...define(columns, 100, 2).rows()]).not.toEqual([...table.rows()])
  })

  it('draws each column from a stream of its own, so that another column changes nothing', () => {
    const amount = integer((_, random) => random.below(1_000_000))
    const [alone, beside] = [
      define({ amount }),
      define({ name: text((_, random) => `${random.next()}`), amount }),
    ]
    expect(column(beside, 'amount')).toEqual(column(alone, 'amount'))
    const twins = define({ a: amount, b: amount })
    expect(column(twins, 'a')).not.toEqual(column(twins, 'b'))
  })

  it('counts rows from 0 and begins its streams anew with every block', () => {
    const table = define(
      { id: serial(), drawn: integer((_, random) => random.below(2 ** 31)) },
      BLOCK_ROWS + 2,
    )
    expect(column(table, 'id').slice(-2)).toEqual([BLOCK_ROWS + 1, BLOCK_ROWS + 2])
    const drawn = column(table, 'drawn')
    expect(new Set(drawn).size).toBeGreaterThan(BLOCK_ROWS)
    expect(drawn[BLOCK_ROWS]).not.toBe(drawn[0])
  })

  it('has rows that COPY takes as they are', () => {
    const table = define({
      id: serial(),
      price: numeric(2, (row) => row * 7 - 300),
      day: date((row) => Date.UTC(2024, 0, 1 + row)),
      plan: nullable(0.5, pooled('text', ['free', 'team'])),
      settings: composed('jsonb', ['{"theme": "', 'dark', 'light', '"}'], (_, random, json) => {
        json.part(0)
        json.part(1 + random.below(2))
        json.add(`-é${random.below(5)}`)
        json.part(3)
      }),
      direction: vector(3, (direction, row, random) => {
        direction.fill(row)
        direction[row % 3] = random.below(100)
      }),
    })
    expect(decodeCopyBinary(table.columns, copyStreamOf(table))).toEqual([...table.rows()])
  })
})

describe('columns', () => {
  it('draw from a pool evenly unless they are told how', () => {
    const even = column(define({ plan: pooled('text', ['a', 'b']) }, 2000), 'plan')
    expect(even.filter((plan) => plan === 'a').length / 2000).toBeCloseTo(0.5, 1)
    const told = define({ plan: pooled('text', ['a', 'b'], (row) => row % 2) }, 4)
    expect(column(told, 'plan')).toEqual(['a', 'b', 'a', 'b'])
    expect(() => [...define({ plan: pooled('text', ['a'], () => 1) }).rows()]).toThrow(
      'no entry 1 in a pool of 1',
    )
  })

  it('are NULL in the share that was asked for', () => {
    const values = column(
      define(
        {
          note: nullable(
            0.2,
            text(() => 'x'),
          ),
        },
        5000,
      ),
      'note',
    )
    expect(values.filter((value) => value === null).length / 5000).toBeCloseTo(0.2, 1)
  })
})

describe('the uuid of a row', () => {
  it('is always the same, of version 4, and of no other row or namespace', () => {
    const uuids = Array.from({ length: 5000 }, (_, row) => rowUuid('users', row))
    expect(new Set(uuids).size).toBe(5000)
    expect(rowUuid('users', 7)).toBe(uuids[7])
    expect(rowUuid('tenants', 7)).not.toBe(uuids[7])
    for (const uuid of uuids)
      expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })
})
