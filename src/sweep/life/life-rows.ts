// Which rows are in the table at which time of its life. An index is built on a tenth of the rows, evenly taken; some
// categories are held back, and with them the clusters they lie in, until the table drifts.
import type { LifeCheckpoint } from '../../model/vectors/life-checkpoint.js'
import type { VectorItem } from '../../model/vectors/vector-set.js'
import { quoteLiteral } from '../../postgres/identifiers.js'
import { countByValue, type GroupedRows } from '../grouped-rows.js'

export interface LifeRows {
  /** One row in so many takes part, by id. */
  readonly everyNth: number
  /** Categories that come last. */
  readonly heldBack: readonly number[]
}

/** The events that bring rows, in their order. */
export const ARRIVALS = [
  'built',
  'grown ×2',
  'grown ×10',
  'drifted',
] as const satisfies readonly LifeCheckpoint['event'][]
export type Arrival = (typeof ARRIVALS)[number]

const TENTHS = 10
/** Of the rows: enough to matter for recall as a whole, few enough that the centroids of the rest still fit the rest. */
const MOST_HELD_BACK = 0.2

/** The largest categories that together are no more than a fifth of the rows. */
export function chooseHeldBack({ rowCount, categories }: GroupedRows): readonly number[] {
  const heldBack: number[] = []
  let held = 0
  for (const [category, rows] of countByValue(categories)) {
    if (held + rows > MOST_HELD_BACK * rowCount) continue
    heldBack.push(category)
    held += rows
  }
  return heldBack
}

/** When a row comes; null for one that takes no part. */
export function arrivalOf(
  { id, category }: Pick<VectorItem, 'id' | 'category'>,
  { everyNth, heldBack }: LifeRows,
): Arrival | null {
  if (id % everyNth !== 0) return null
  if (heldBack.includes(category)) return 'drifted'
  const tenth = Math.floor(id / everyNth) % TENTHS
  if (tenth === 0) return 'built'
  return tenth === 1 ? 'grown ×2' : 'grown ×10'
}

/** The same as a condition on the table. */
export function arrivalCondition(arrival: Arrival, { everyNth, heldBack }: LifeRows): string {
  const late = `(category = any(${quoteLiteral(`{${heldBack.join(',')}}`)}::integer[]))`
  const tenth = `(id / ${everyNth}) % ${TENTHS}`
  const conditions: Readonly<Record<Arrival, string>> = {
    built: `not ${late} and ${tenth} = 0`,
    'grown ×2': `not ${late} and ${tenth} = 1`,
    'grown ×10': `not ${late} and ${tenth} > 1`,
    drifted: late,
  }
  return `id % ${everyNth} = 0 and ${conditions[arrival]}`
}
