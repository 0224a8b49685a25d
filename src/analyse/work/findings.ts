// What the migration changed about a query that is slower with it, over the cohorts that are.
import type { Finding } from '../../model/forensics.js'
import { explainSlowdown } from '../plans/explain-slowdown.js'
import { planTree } from '../plans/plan-entries.js'
import { blocksOf } from '../summarise-plan.js'
import { planningText } from './agreement.js'
import type { PlanningShare } from './planning-share.js'
import type { FirstLine } from './second-line.js'
import type { ExplainedArm } from './summarise-work.js'
import { countText } from './work-text.js'

type Explained = ExplainedArm['explained'][number]
type Found = Omit<Finding, 'cohorts'>

/** By code, in the order found; the slowest cohort speaks first. */
export function findingsOf(line: FirstLine, planning: PlanningShare | null): Finding[] {
  const { before, after, newIndexes } = line
  const byCode = new Map<string, Finding>()
  const add = (found: Found, cohort: string): void => {
    const known = byCode.get(found.code)
    if (known === undefined) byCode.set(found.code, { code: found.code, cohorts: [cohort], text: found.text })
    else known.cohorts.push(cohort)
  }
  const cohorts = slowestFirst(line)
  if (planning !== null) {
    const [first = 'all', ...others] = cohorts
    const found: Found = { code: 'planning', text: `planning takes ${planningText(planning)}` }
    for (const cohort of [first, ...others]) add(found, cohort)
  }
  for (const cohort of cohorts) {
    const [once, now] = [before, after].map(({ explained }) => explained.find((row) => row.cohort === cohort))
    if (once === undefined || now === undefined || once.row !== now.row) continue
    for (const found of rowFindings(once, now, newIndexes)) add(found, cohort)
  }
  return [...byCode.values()]
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
