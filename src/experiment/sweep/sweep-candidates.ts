// Which indexes a sweep looks at: those asked for, or those worth a look, and the rule of the reports among them.
import type { PreflightFinding } from '../../model/vectors/preflight-finding.js'
import type { VectorSet } from '../../model/vectors/vector-set.js'
import { gridCandidates, startCandidates } from '../../sweep/candidates.js'
import { indexName } from '../../sweep/index-name.js'
import type { ApproximateIndex } from '../../sweep/index-operators.js'
import type { SweepOptions } from './sweep-options.js'

/** What published reports take, whatever the rows. */
const RULE_LISTS = 100
/** With fewer rows a list there is nothing to learn of the rule. */
const LEAST_ROWS_A_LIST = 10

export function sweepCandidates(
  { grid, metric }: Pick<SweepOptions, 'grid' | 'metric'>,
  { rowCount, dimensions }: Pick<VectorSet, 'rowCount' | 'dimensions'>,
): readonly ApproximateIndex[] {
  if (grid !== null) return gridCandidates(grid, metric)
  const candidates = startCandidates({ rows: rowCount, dimensions, metric })
  const lists = candidates.filter((candidate) => candidate.kind === 'ivfflat')
  const [first] = lists
  const isRuleOpen = first !== undefined && lists.every((candidate) => candidate.lists !== RULE_LISTS)
  if (!isRuleOpen || rowCount < LEAST_ROWS_A_LIST * RULE_LISTS) return candidates
  return [...candidates, { ...first, lists: RULE_LISTS }]
}

/** Those that can be built, and those that arithmetic says cannot, with the reason. */
export function withoutImpossible(
  candidates: readonly ApproximateIndex[],
  findings: readonly PreflightFinding[],
): {
  readonly possible: readonly ApproximateIndex[]
  readonly impossible: { index: ApproximateIndex; reason: string }[]
} {
  const reasonOf = new Map(
    findings.flatMap(({ index, severity, text }) =>
      severity === 'impossible' && index.kind !== 'exact' ? [[nameOf(index), text] as const] : [],
    ),
  )
  return {
    possible: candidates.filter((candidate) => !reasonOf.has(nameOf(candidate))),
    impossible: candidates.flatMap((index) => {
      const reason = reasonOf.get(nameOf(index))
      return reason === undefined ? [] : [{ index, reason }]
    }),
  }
}

const nameOf = (index: ApproximateIndex): string => indexName('', index, 1)
