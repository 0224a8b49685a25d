// The vocabulary that the tables are described with: each word makes a column source for a table of so many rows.
import type { ColumnSource } from '../../src/model/dataset.js'
import type { RandomStream } from '../../src/model/random.js'
import { aliasSampler } from '../lib/alias-sampler.js'
import * as columns from '../lib/columns.js'
import { pick } from '../lib/pick.js'
import type { JsonKind, NameKind, Pools } from './pools.js'

export interface ValueContext {
  readonly rows: number
  readonly pools: Pools
}

export type Value = (context: ValueContext) => ColumnSource

const DAY_MS = 86_400_000
/** The two years up to the day of the migration. */
const PERIOD = { start: Date.UTC(2023, 11, 3), end: Date.UTC(2025, 11, 3) } as const

/** So many rows for each audit entry, and ten at least. */
export const each =
  (share: number) =>
  (auditRows: number): number =>
    Math.max(10, Math.round(auditRows * share))

/** One of some words, by weight. */
export function words(weights: Readonly<Record<string, number>>): Value {
  const draw = aliasSampler(Object.values(weights))
  return () => columns.pooled('text', Object.keys(weights), (_, random) => draw(random))
}

/** The words one after the other, and again. */
export const inTurn =
  (...words: readonly string[]): Value =>
  () =>
    columns.pooled('text', words, (row) => row % words.length)

export const name =
  (kind: NameKind, nullShare = 0): Value =>
  ({ pools }) =>
    columns.nullable(nullShare, columns.pooled('text', pools.names(kind)))

export const sentence: Value = ({ pools }) => columns.pooled('text', pools.names('sentence'))

export const json =
  (kind: JsonKind): Value =>
  ({ pools }) =>
    columns.pooled('jsonb', pools.documents(kind))

/** Unique: prefix and number of the row. */
export const code =
  (prefix: string): Value =>
  () =>
    columns.text((row) => `${prefix}${String(row + 1).padStart(6, '0')}`)

/** Unique. */
export const email =
  (kind: string): Value =>
  ({ pools }) =>
    columns.text((row, random) => `${pick(pools.names('mailbox'), random)}.${row + 1}@${kind}.example`)

/** Unique. */
export const hostname: Value = ({ pools }) =>
  columns.text((row, random) => `${pick(pools.names('mailbox'), random)}-${row + 1}.example`)

export const address: Value = () =>
  columns.text((_, random) => `10.${random.below(256)}.${random.below(256)}.${random.below(256)}`)

export const hex =
  (digits: number): Value =>
  () =>
    columns.text((_, random) => hexDigits(digits, random))

/** A whole number from `least` to `most`, both included. */
export const count =
  (least: number, most: number): Value =>
  () =>
    columns.integer((_, random) => least + random.below(most - least + 1))

/** Up to so much, with two decimals; small sums are more frequent than large ones. */
export const money =
  (most: number): Value =>
  () =>
    columns.numeric(2, (_, random) => Math.ceil(most * 100 * random.next() * random.next()))

/** True for that share of the rows. */
export const flag =
  (share: number): Value =>
  () =>
    columns.boolean((_, random) => random.next() < share)

/** When the row came: rows arrive in order. */
export const arrival: Value = ({ rows }) =>
  columns.timestamptz((row, random) => Math.floor(arrivalOf(row, rows, random)))

/** Up to so many days after the row came. */
export const later =
  (days: number, nullShare = 0): Value =>
  ({ rows }) =>
    columns.nullable(
      nullShare,
      columns.timestamptz((row, random) =>
        Math.floor(arrivalOf(row, rows, random) + random.next() * days * DAY_MS),
      ),
    )

/** Between two days, counted from the end of the period. */
export const around =
  (firstDay: number, lastDay: number, nullShare = 0): Value =>
  () =>
    columns.nullable(
      nullShare,
      columns.timestamptz((_, random) =>
        Math.floor(PERIOD.end + (firstDay + random.next() * (lastDay - firstDay)) * DAY_MS),
      ),
    )

const arrivalOf = (row: number, rows: number, random: RandomStream): number =>
  PERIOD.start + ((row + random.next()) / rows) * (PERIOD.end - PERIOD.start)

function hexDigits(digits: number, random: RandomStream): string {
  let text = ''
  while (text.length < digits) text += random.below(0x1_0000_0000).toString(16).padStart(8, '0')
  return text.slice(0, digits)
}
