import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Column, ColumnFormat, ColumnType, ColumnValue } from '../../../src/model/dataset.js'
import { decodeCopyBinary } from '../../support/decode-copy-binary.js'
import { copyStreamOf, rowChunks, tableOfRows } from '../../support/table-of-rows.js'

const HEADER = '5047434f50590aff0d0a000000000000000000'

describe('a table in binary COPY', () => {
  it('frames rows with the signature, flags, extension length and a field count of -1', () => {
    expect(hex(encodeCopyBinary([{ name: 'id', type: 'integer' }], [[7]]))).toBe(
      `${HEADER}00010000000400000007ffff`,
    )
  })

  it.each<[string, PlainType, ColumnValue, string]>([
    ['true', 'boolean', true, '0000000101'],
    ['false', 'boolean', false, '0000000100'],
    ['a negative smallint', 'smallint', -2, '00000002fffe'],
    ['the lowest integer', 'integer', -0x8000_0000, '0000000480000000'],
    ['a bigint above 32 bits', 'bigint', 0x1_0000_0002, '000000080000000100000002'],
    ['a negative bigint', 'bigint', -1, '00000008ffffffffffffffff'],
    ['a double', 'double', 1.5, '000000083ff8000000000000'],
    ['text in UTF-8', 'text', 'é🙂', '00000006c3a9f09f9982'],
    ['an empty text', 'text', '', '00000000'],
    ['jsonb after its version byte', 'jsonb', '{}', '00000003017b7d'],
    ['the epoch of PostgreSQL', 'timestamptz', Date.UTC(2000, 0, 1), '000000080000000000000000'],
    ['a millisecond before it', 'timestamptz', Date.UTC(2000, 0, 1) - 1, '00000008fffffffffffffc18'],
    ['a day', 'date', Date.UTC(2000, 0, 2, 23), '0000000400000001'],
    ['a day before 2000', 'date', Date.UTC(1999, 11, 31), '00000004ffffffff'],
    ['a uuid', 'uuid', '00112233-4455-6677-8899-AABBCCDDEEFF', '0000001000112233445566778899aabbccddeeff'],
    ['a vector', 'vector', Float32Array.of(1, -2), '0000000c000200003f800000c0000000'],
    ['null', 'text', null, 'ffffffff'],
  ])('writes %s as documented', (_, type, value, expected) => {
    expect(hex(encodeCopyRows([{ name: 'v', type }], [[value]]))).toBe(`0001${expected}`)
  })

  it.each<[string, number, number, string]>([
    ['nothing', 2, 0, '00000008 0000 0000 0000 0002'],
    ['cents', 2, 1999, '0000000c 0002 0000 0000 0002 0013 26ac'],
    ['less than one', 2, 5, '0000000a 0001 ffff 0000 0002 01f4'],
    ['a large negative', 0, -120_000_000, '0000000c 0002 0002 4000 0000 0001 07d0'],
  ])('writes a numeric as documented: %s', (_, scale, value, expected) => {
    expect(hex(encodeCopyRows([{ name: 'v', type: 'numeric', scale }], [[value]]))).toBe(
      `0001${expected.replaceAll(' ', '')}`,
    )
  })

  it('gives back every row it was given', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 20 }), (rows) => {
        expect(decodeCopyBinary(COLUMNS, encodeCopyBinary(COLUMNS, rows))).toEqual(rows)
      }),
    )
  })

  it('cuts chunks of about 128 KB between rows', () => {
    const rows = Array.from({ length: 300 }, (_, i) => [`${i}`.padEnd(1000, '-')])
    const columns: Column[] = [{ name: 'body', type: 'text' }]
    const chunks = [...encodeCopyRows(columns, rows)]
    expect(chunks.length).toBe(3)
    expect(chunks.map((chunk) => chunk.length % 1006)).toEqual([0, 0, 0])
    expect(Math.max(...chunks.map((chunk) => chunk.length))).toBeLessThan(130 * 1024)
    expect(decodeCopyBinary(columns, encodeCopyBinary(columns, rows))).toEqual(rows)
  })

  it('grows for a row larger than a chunk', () => {
    const columns: Column[] = [{ name: 'body', type: 'text' }]
    const rows = [['é'.repeat(500_000)], ['short']]
    expect(decodeCopyBinary(columns, encodeCopyBinary(columns, rows))).toEqual(rows)
  })

  it.each<[PlainType, ColumnValue]>([
    ['boolean', 'yes'],
    ['date', Number.NaN],
    ['date', '2024-01-01'],
    ['smallint', 32_768],
    ['integer', 1.5],
    ['integer', 0x8000_0000],
    ['bigint', 2 ** 53],
    ['double', '1'],
    ['text', 'a\0b'],
    ['text', 5],
    ['jsonb', ''],
    ['timestamptz', 0.5],
    ['timestamptz', Number.NaN],
    ['uuid', '0011'],
    ['vector', Float32Array.of(Number.NaN)],
    ['vector', new Float32Array(0)],
    ['vector', '[1,2]'],
  ])('refuses for %s the value %j, naming column and row', (type, value) => {
    const encode = () => hex(encodeCopyRows([{ name: 'payload', type }], [[null], [value]]))
    expect(encode).toThrow(RangeError)
    expect(encode).toThrow(`column "payload" (${type}) of row 2: expected`)
  })

  it.each([1.5, 2 ** 53, '1.50'])('refuses for numeric the value %j', (value) => {
    const columns: Column[] = [{ name: 'price', type: 'numeric', scale: 2 }]
    expect(() => hex(encodeCopyRows(columns, [[value]]))).toThrow(
      'an integer in units of 10^-2, up to 90071992547409',
    )
  })
})

const encodeCopyBinary = (columns: readonly Column[], rows: readonly ColumnValue[][]): Uint8Array[] =>
  copyStreamOf(tableOfRows('t', columns, rows))
const encodeCopyRows = (columns: readonly Column[], rows: readonly ColumnValue[][]): Uint8Array[] =>
  rowChunks(tableOfRows('t', columns, rows))
const hex = (chunks: Iterable<Uint8Array>): string => Buffer.concat([...chunks]).toString('hex')

type PlainType = Exclude<ColumnType, 'numeric'>

const TYPES = {
  boolean: fc.boolean(),
  smallint: fc.integer({ min: -0x8000, max: 0x7fff }),
  integer: fc.integer(),
  bigint: fc.maxSafeInteger(),
  double: fc.double(),
  text: fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0')),
  jsonb: fc.json().filter((text) => !text.includes('\0')),
  timestamptz: fc.integer({ min: Date.UTC(1720, 0, 1), max: Date.UTC(2280, 0, 1) }),
  date: fc.integer({ min: -100_000, max: 100_000 }).map((days) => days * 86_400_000),
  uuid: fc.uuid(),
  vector: fc.float32Array({ minLength: 1, maxLength: 40, noNaN: true, noDefaultInfinity: true }),
  numeric: fc.integer({ min: -9e12, max: 9e12 }),
} satisfies Record<ColumnType, fc.Arbitrary<ColumnValue>>

const formatOf = (type: ColumnType): ColumnFormat => (type === 'numeric' ? { type, scale: 2 } : { type })
const COLUMNS = (Object.keys(TYPES) as ColumnType[]).map((type) => ({ name: `a_${type}`, ...formatOf(type) }))
const row: fc.Arbitrary<ColumnValue[]> = fc.tuple(
  ...Object.values(TYPES).map((value) => fc.option<ColumnValue>(value)),
)
