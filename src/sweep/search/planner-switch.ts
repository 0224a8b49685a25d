// Where the planner, left alone, stops using an index: the more effort, the more it expects to pay.
import type { SweepEvidence } from '../../model/vectors/sweep-evidence.js'
import { effortRange } from '../tuning/effort-range.js'
import { indexName } from '../indexes/index-name.js'
import type { ApproximateIndex } from '../indexes/index-operators.js'
import { planSearch } from './measure-search.js'
import { pointSearch } from './measure-point.js'
import { searchFor } from './search-settings.js'
import type { SearchedTable } from '../searched-table.js'

export type PlannerSwitch = SweepEvidence['plannerSwitches'][number]

export interface SwitchRequest {
  readonly k: number
  /** The plan does not depend on the vector, and still needs one. */
  readonly vector: Float32Array
  readonly limitMs: number
}

/** Plans only: nothing is executed. */
export async function findPlannerSwitch(
  table: SearchedTable,
  index: ApproximateIndex,
  { k, vector, limitMs }: SwitchRequest,
): Promise<PlannerSwitch> {
  const nodeAt = async (effort: number): Promise<string | null> => {
    const request = { index, search: searchFor(index, effort, k), k, everyNth: 1, limitMs }
    const plan = await planSearch(table, pointSearch(table, request, 'natural'), vector, false)
    return plan.index === indexName(table.table, index, 1) ? null : plan.node
  }
  const { least, most } = effortRange(index, k)
  const first = await firstEffort(least, most, async (effort) => (await nodeAt(effort)) !== null)
  if (first === null)
    return { index, search: null, text: `the planner uses the index up to ${unit(index)} ${most}` }
  const node = (await nodeAt(first)) ?? 'another plan'
  const text =
    first === least
      ? `the planner never uses the index: it takes ${node}`
      : `from ${unit(index)} ${first} on the planner takes ${node}`
  return { index, search: searchFor(index, first, k), text }
}

/** The first effort for which it is true; null for none. Once true it stays so. */
export async function firstEffort(
  least: number,
  most: number,
  isTrue: (effort: number) => Promise<boolean>,
): Promise<number | null> {
  if (!(await isTrue(most))) return null
  let [low, high] = [least - 1, most]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (await isTrue(middle)) high = middle
    else low = middle
  }
  return high
}

const unit = ({ kind }: ApproximateIndex): string => (kind === 'ivfflat' ? 'probes' : 'ef_search')
