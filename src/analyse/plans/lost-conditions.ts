// Conditions that an index evaluates in one plan and that only a filter evaluates in the other.
import type { ArmPlans, Explain, PlanNode } from '../../model/plan.js'

export interface LostConditions {
  /** As the plan names it. */
  readonly index: string
  /** Operators of those conditions, distinct and sorted. */
  readonly operators: readonly string[]
}

/**
 * By index of `before`, sorted. An index that is still used, but for fewer conditions, has lost the others; one that goes without a filter
 * in its place has lost none: the planner found another way.
 */
export function lostConditions(
  before: ArmPlans['explained'],
  after: ArmPlans['explained'],
): readonly LostConditions[] {
  const lost = new Map<string, Set<string>>()
  for (const { row, explain } of before) {
    const other = after.find((entry) => entry.row === row)
    if (other === undefined) continue
    for (const { index, operators } of lostIn(scansOf(explain), scansOf(other.explain))) {
      const known = lost.get(index) ?? new Set()
      for (const operator of operators) known.add(operator)
      lost.set(index, known)
    }
  }
  return [...lost]
    .map(([index, operators]) => ({ index, operators: [...operators].sort() }))
    .sort((a, b) => (a.index < b.index ? -1 : 1))
}

/** One node that reads a table, or an index of it. */
interface Scan {
  readonly relation: string | null
  readonly index: string | null
  /** Operators of the index's condition. */
  readonly searched: readonly string[]
  /** Operators of the filter. */
  readonly filtered: readonly string[]
}

function lostIn(before: readonly Scan[], after: readonly Scan[]): readonly LostConditions[] {
  return before.flatMap(({ index, relation, searched }) => {
    if (index === null) return []
    const still = new Set(after.filter((scan) => scan.index === index).flatMap((scan) => scan.searched))
    const gone = searched.filter((operator) => !still.has(operator))
    if (gone.length === 0) return []
    const ofTable = (scans: readonly Scan[]): readonly string[] =>
      scans.filter((scan) => scan.relation === relation).flatMap(({ filtered }) => filtered)
    const patterns = ofTable(before).filter((operator) => PATTERN_MATCHES.has(operator))
    const filtered = new Set(ofTable(after))
    const operators = [...gone, ...patterns].filter((operator) => filtered.has(operator))
    return operators.length === 0 ? [] : [{ index, operators }]
  })
}

/** LIKE and the like: the index is searched by a range derived from the pattern, and the match itself is a filter. */
const PATTERN_MATCHES: ReadonlySet<string> = new Set(['~~', '~~*', '~', '~*', '^@'])

const scansOf = ({ Plan }: Explain): readonly Scan[] => scansUnder(Plan, null)

/** A bitmap's index scans stand under the node that names the table. */
function scansUnder(node: PlanNode, above: string | null): readonly Scan[] {
  const relation = node['Relation Name'] ?? above
  const scan: Scan = {
    relation,
    index: node['Index Name'] ?? null,
    searched: operatorsIn(node['Index Cond']),
    filtered: operatorsIn(node.Filter),
  }
  const below = (node.Plans ?? []).flatMap((child) => scansUnder(child, relation))
  return [scan, ...below]
}

/** Literals and quoted names are no operators, whatever they hold. */
const QUOTED = /'(?:[^']|'')*'|"(?:[^"]|"")*"/g
const OPERATOR = /[+\-*/<>=~!@#%^&|`?]+/g

function operatorsIn(condition: string | undefined): readonly string[] {
  return condition?.replaceAll(QUOTED, '').match(OPERATOR) ?? []
}
