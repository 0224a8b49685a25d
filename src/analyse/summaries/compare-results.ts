// Do both arms give the same answer? A faster wrong answer is no speed-up.
import type { ResultCheck } from '../../model/facts.js'
import type { RecallColumns } from '../../model/scenario.js'
import { meanOf } from '../statistics/estimate-share.js'
import { recallAtK } from './recall-at-k.js'

type Row = Readonly<Record<string, string | null>>

/** What one parameter row returned in each arm. Where `exact` is null, `before` is the exact answer. */
export interface ComparedRow {
  readonly hit: boolean
  readonly before: readonly Row[]
  readonly after: readonly Row[]
  readonly exact: readonly Row[] | null
}

export interface ComparedQuery {
  readonly name: string
  readonly limited: boolean
  readonly recall: RecallColumns | null
}

/**
 * The worst state of any parameter row, and in `differing` how many rows are in it (of approximate ones: how many have a
 * recall under 1). Throws HarnessError where the results lack the columns that recall needs.
 */
export function compareResults(
  { name, limited, recall }: ComparedQuery,
  rows: readonly ComparedRow[],
): ResultCheck {
  const hitRows = rows.filter(({ hit }) => hit).reduce((sum, { before }) => sum + before.length, 0)
  const short = rows.filter(({ before, after, exact }) => after.length < (exact ?? before).length).length
  if (recall !== null) {
    const recalls = rows.map(({ before, after, exact }) => ({
      before: recallAtK(exact ?? before, before, recall),
      after: recallAtK(exact ?? before, after, recall),
    }))
    const differing = recalls.filter(({ after }) => after < 1).length
    const found = mean(recalls.map(({ after }) => after))
    return { query: name, state: 'approximate', differing, hitRows, recall: found, recalls, short }
  }
  const states = rows.map(({ before, after }) => compareRows(before, after, limited))
  const state = WORST_FIRST.find((candidate) => states.includes(candidate)) ?? 'same'
  const differing = state === 'same' ? 0 : states.filter((other) => other === state).length
  return { query: name, state, differing, hitRows, recall: null, recalls: [], short }
}

const WORST_FIRST = ['different', 'ambiguous', 'reordered'] as const

function compareRows(before: readonly Row[], after: readonly Row[], limited: boolean): ResultCheck['state'] {
  const [left, right] = [before.map(rowKey), after.map(rowKey)]
  if (isSame(left, right)) return 'same'
  if (isSame(left.sort(), right.sort())) return 'reordered'
  return limited && left.length === right.length ? 'ambiguous' : 'different'
}

const rowKey = (row: Row): string => JSON.stringify(Object.entries(row))

const isSame = (left: readonly string[], right: readonly string[]): boolean =>
  left.length === right.length && left.every((key, position) => key === right[position])

const mean = (values: readonly number[]): number | null => (values.length === 0 ? null : meanOf(values))
