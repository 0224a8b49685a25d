// After measuring: would the planner choose the same plans on another day? Statistics come from a random sample of the
// rows, and two plans that cost nearly the same change places with it.
import { planTree } from '../../analyse/plans/plan-entries.js'
import type { Stability } from '../../model/evidence.js'
import type { Progress } from '../../model/progress.js'
import { ARM_NAMES, type Arms } from '../../measure/arms.js'
import type { MeasuredQuery } from '../../measure/measured-query.js'
import { replan, type Replanned } from '../../measure/replan.js'

const ANALYSES = 3

/** One line for each query and arm. The statistics of the database are afterwards what they were. */
export async function checkStability(
  arms: Arms,
  queries: readonly MeasuredQuery[],
  progress: Progress,
): Promise<readonly Stability[]> {
  const lines: Stability[] = []
  for (const arm of ARM_NAMES) {
    const fresh: (readonly Replanned[])[] = []
    for (let i = 0; i < ANALYSES; i++) {
      progress.advance(1, `plans after a fresh ANALYZE, ${arm}, ${i + 1} of ${ANALYSES}`)
      fresh.push(await replan(arms[arm], queries))
    }
    lines.push(...queries.map((query) => stabilityLine(query, arm, fresh)))
  }
  return lines
}

function stabilityLine(
  query: MeasuredQuery,
  arm: Stability['arm'],
  fresh: readonly (readonly Replanned[])[],
): Stability {
  const all = fresh.flat().filter((replanned) => replanned.query === query)
  const plans = [...new Set(all.map(({ row }) => row))].map((row) => ({
    row,
    trees: all.filter((replanned) => replanned.row === row).map(({ explain }) => planTree(explain.Plan)),
  }))
  return { type: 'stability', query: query.name, arm, plans }
}
