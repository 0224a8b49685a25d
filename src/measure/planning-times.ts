// How long planning takes in each arm: every index that a migration adds is one more to consider, in every execution.
import { at } from '../model/at.js'
import type { ArmName } from '../model/evidence.js'
import { visitArm, type Arms } from './arms.js'
import { parseExplain, representativeRows } from './explain.js'
import type { MeasuredQuery } from './measured-query.js'

/** Arms take turns, as they do in a round: a machine that slows down slows both. */
const VISITS: readonly ArmName[] = ['before', 'after', 'after', 'before']

/** The first after a switch of arms reads catalogs. */
const DISCARDED = 1
const KEPT = 5

/** Times of planning alone, milliseconds, as PostgreSQL clocks them, for the first of the rows that are explained. */
export async function measurePlanning(
  arms: Arms,
  query: MeasuredQuery,
): Promise<Readonly<Record<ArmName, number[]>>> {
  const timesMs: Record<ArmName, number[]> = { before: [], after: [] }
  const [first] = representativeRows(query)
  // Where a plan is kept, planning it is no part of an execution.
  if (first === undefined || query.planMode !== 'custom') return timesMs
  const row = at(query.rows, first)
  for (const name of VISITS) {
    const { session } = arms[name]
    await visitArm(arms[name], query, row, async () => {
      for (let i = 0; i < DISCARDED + KEPT; i++) {
        const [result] = await session.query(`explain (summary on, format json) ${query.sql}`, row.values)
        const planningMs = parseExplain(result, query)['Planning Time']
        if (i >= DISCARDED && planningMs !== undefined) timesMs[name].push(planningMs)
      }
    })
  }
  return timesMs
}
