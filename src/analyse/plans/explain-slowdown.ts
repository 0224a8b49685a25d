// What changed in the plan of a query that is slower with the migration, in words: the first says most.
import type { Finding } from '../../model/forensics.js'
import type { PlanNode } from '../../model/plan.js'
import { countText } from '../work-done/work-text.js'
import { alignPlans, type AlignedEntry } from './align-plans.js'
import { misestimatesIn } from './misestimates.js'
import { isGather, isJoin, isSort } from './node-kinds.js'
import { loopsOf, planEntries } from './plan-entries.js'
import { accessText, scansIn, type Scan } from './scans.js'

type Found = Omit<Finding, 'cohorts'>

/** Both plans of one query for one parameter row. */
interface PlanPair {
  readonly before: PlanNode
  readonly after: PlanNode
  readonly aligned: readonly AlignedEntry[]
  /** Names of the indexes that the migration made. */
  readonly newIndexes: ReadonlySet<string>
}

export function explainSlowdown(
  before: PlanNode,
  after: PlanNode,
  newIndexes: ReadonlySet<string>,
): readonly Found[] {
  const aligned = alignPlans(planEntries(before), planEntries(after))
  const pair: PlanPair = { before, after, aligned, newIndexes }
  return [
    ...accessFindings(pair),
    ...joinFindings(pair),
    ...sortFindings(pair),
    ...spillFindings(pair),
    ...parallelFindings(pair),
    ...estimateFindings(pair),
  ]
}

function accessFindings(pair: PlanPair): readonly Found[] {
  const earlier = scansIn(pair.before)
  return scansIn(pair.after).flatMap((now) => {
    const once = earlier.find(({ alias }) => alias === now.alias)
    return once === undefined || isSameAccess(once, now) ? [] : accessFinding(once, now, pair)
  })
}

const isSameAccess = (a: Scan, b: Scan): boolean =>
  a.indexOnly === b.indexOnly && a.indexes.join('\n') === b.indexes.join('\n')

function accessFinding(once: Scan, now: Scan, pair: PlanPair): readonly Found[] {
  const isNew = now.indexes.some((index) => pair.newIndexes.has(index))
  const takes = `the planner now takes ${isNew ? 'the new index ' : ''}${accessText(now)}`
  const filters = now.rowsRemoved > once.rowsRemoved ? ` and filters ${rowsText(now.rowsRemoved)} away` : ''
  const sorted = lostSort(pair)
  if (sorted !== null && now.indexes.length > 0) {
    const before = `before it took ${accessText(once)} and sorted ${rowsText(inputRows(sorted))}`
    return [{ code: 'index-for-order', text: `${takes} for the order${filters}; ${before}` }]
  }
  const where = `${takes} for ${now.relation}${filters}`
  if (once.indexOnly && !now.indexOnly) {
    const before = `before ${accessText(once)} answered, without the table`
    return [{ code: 'index-only-lost', text: `${where}; ${before}` }]
  }
  return [
    { code: isNew ? 'new-index' : 'other-access', text: `${where}; before it took ${accessText(once)}` },
  ]
}

const rowsText = (rows: number): string => countText(rows, 'row')

const lostSort = ({ aligned }: PlanPair): PlanNode | null =>
  aligned.find(({ before, after }) => before !== null && after === null && isSort(before.node))?.before
    ?.node ?? null

/** What a sort under a LIMIT gives is few, what it takes in is the work. */
const inputRows = (sort: PlanNode): number => {
  const [input = sort] = sort.Plans ?? []
  return (input['Actual Rows'] ?? 0) * loopsOf(input)
}

function joinFindings({ before, after, aligned }: PlanPair): readonly Found[] {
  const methods = aligned.flatMap((pair): Found[] => {
    const [once, now] = [pair.before?.node, pair.after?.node]
    if (once === undefined || now === undefined || !isJoin(once) || !isJoin(now)) return []
    if (once['Node Type'] === now['Node Type']) return []
    return [{ code: 'join-method', text: `it joins by ${joinText(now)}; before by ${joinText(once)}` }]
  })
  const [once, now] = [before, after].map((root) => scansIn(root).map(({ alias }) => alias))
  if (once === undefined || now === undefined || !isReordered(once, now)) return methods
  const text = `it joins in the order ${now.join(', ')}; before ${once.join(', ')}`
  return [{ code: 'join-order', text }, ...methods]
}

const isReordered = (once: readonly string[], now: readonly string[]): boolean =>
  once.join('\n') !== now.join('\n') && [...once].sort().join('\n') === [...now].sort().join('\n')

function joinText(join: PlanNode): string {
  if (join['Node Type'] !== 'Nested Loop') return JOINS[join['Node Type']] ?? join['Node Type']
  const inner = join.Plans?.at(-1)
  return inner === undefined ? 'nested loop' : `nested loop, its inner side ${timesText(loopsOf(inner))}`
}

const JOINS: Readonly<Record<string, string>> = { 'Hash Join': 'hash', 'Merge Join': 'merge' }

const timesText = (loops: number): string => (loops === 1 ? 'once' : `${countText(loops)} times`)

function sortFindings(pair: PlanPair): readonly Found[] {
  const gained = pair.aligned.find(
    ({ before, after }) => before === null && after !== null && isSort(after.node),
  )
  if (gained?.after !== null && gained?.after !== undefined) {
    const text = `it now sorts ${rowsText(inputRows(gained.after.node))}, and did not before`
    return [{ code: 'sort-added', text }]
  }
  const lost = lostSort(pair)
  const isTold = accessFindings(pair).some(({ code }) => code === 'index-for-order')
  if (lost === null || isTold) return []
  return [{ code: 'sort-removed', text: `it no longer sorts (before, ${rowsText(inputRows(lost))})` }]
}

function spillFindings({ before, after }: PlanPair): readonly Found[] {
  const [once, now] = [before['Temp Written Blocks'] ?? 0, after['Temp Written Blocks'] ?? 0]
  if (now <= once) return []
  return [{ code: 'spill', text: `it spills ${countText(now, 'block')} to disk, ${countText(once)} before` }]
}

function parallelFindings({ before, after }: PlanPair): readonly Found[] {
  const isParallel = (root: PlanNode): boolean => planEntries(root).some(({ node }) => isGather(node))
  if (!isParallel(before) || isParallel(after)) return []
  return [{ code: 'parallel-lost', text: 'it runs in one process; before with parallel workers' }]
}

function estimateFindings({ after }: PlanPair): readonly Found[] {
  const [worst] = misestimatesIn(after).sort((a, b) => b.factor - a.factor)
  if (worst === undefined) return []
  const { node, estimated, actual } = worst
  const text = `the planner expected ${rowsText(estimated)} of ${node}, and met ${countText(actual)}`
  return [{ code: 'misestimate', text }]
}
