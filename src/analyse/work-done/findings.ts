// What the migration changed about a query that is slower with it, over the cohorts that are.
import type { Finding } from '../../model/forensics.js'
import { explainSlowdown } from '../plans/explain-slowdown.js'
import { planTree } from '../plans/plan-entries.js'
import { blocksOf } from '../plans/summarise-plan.js'
import { planningText } from './agreement.js'
import type { PlanningShare } from './planning-share.js'
import type { FirstLine } from './first-line.js'
import type { ExplainedArm } from './summarise-work.js'
import { countText } from './work-text.js'

type Explained = ExplainedArm['explained'][number]
type Found = Omit<Finding, 'cohorts'>

/** In the order found; the slowest cohort speaks first, and others that show the same are named beside it. */
export function findingsOf(line: FirstLine, planning: PlanningShare | null): Finding[] {
  const { before, after, newIndexes } = line
  const known = new Map<string, Finding>()
  const add = (cohort: string, found: readonly Found[]): void => {
    for (const [i, { code, text }] of found.entries()) {
      // A plan can show the same kind of thing on two tables.
      const nth = found.slice(0, i).filter((other) => other.code === code).length
      const same = known.get(`${code} ${nth}`)
      if (same === undefined) known.set(`${code} ${nth}`, { code, cohorts: [cohort], text })
      else same.cohorts.push(cohort)
    }
  }
  const cohorts = slowestFirst(line)
  const slowPlanning: readonly Found[] =
    planning === null ? [] : [{ code: 'planning', text: `planning takes ${planningText(planning)}` }]
  for (const cohort of cohorts) {
    const [once, now] = [before, after].map(({ explained }) => explained.find((row) => row.cohort === cohort))
    const isPair = once !== undefined && now !== undefined && once.row === now.row
    add(cohort, [...slowPlanning, ...(isPair ? rowFindings(once, now, newIndexes) : [])])
  }
  return [...known.values()]
}

/** A cohort that is faster has nothing to explain; where none was measured by itself, all have. */
function slowestFirst({ cohorts, before }: FirstLine): readonly string[] {
  const slower = cohorts.filter(({ speedup }) => speedup < 1).sort((a, b) => a.speedup - b.speedup)
  return slower.length > 0 ? slower.map(({ cohort }) => cohort) : before.explained.map(({ cohort }) => cohort)
}

/** A count that grows by less than a tenth is the luck of a page here or there. */
const MORE_BLOCKS = 1.1

function rowFindings(once: Explained, now: Explained, newIndexes: ReadonlySet<string>): readonly Found[] {
  const [before, after] = [once.explain.Plan, now.explain.Plan]
  if (planTree(before).join('\n') !== planTree(after).join('\n')) {
    return explainSlowdown(before, after, newIndexes)
  }
  const [few, many] = [blocksOf(before) ?? 0, blocksOf(after) ?? 0]
  if (many <= few * MORE_BLOCKS) return []
  const text = `the same plan reads ${countText(many, 'block')}, before ${countText(few)}`
  return [{ code: 'more-blocks', text }]
}
