// Which indexes a sweep looks at: those asked for, or those worth a look, and those that the rules of the reports ask for.
import { LISTS_RULES, listsByRule } from '../../model/vectors/lists-rules.js'
import type { PreflightFinding } from '../../model/vectors/preflight-finding.js'
import type { VectorSet } from '../../model/vectors/vector-set.js'
import { gridCandidates, startCandidates } from '../../sweep/tuning/candidates.js'
import { indexName } from '../../sweep/indexes/index-name.js'
import type { ApproximateIndex } from '../../sweep/indexes/index-operators.js'
import type { SweepOptions } from './sweep-options.js'

/** With fewer rows a list there is nothing to learn of a rule. */
const LEAST_ROWS_A_LIST = 10

export function sweepCandidates(
  { grid, metric }: Pick<SweepOptions, 'grid' | 'metric'>,
  { rowCount, dimensions }: Pick<VectorSet, 'rowCount' | 'dimensions'>,
): readonly ApproximateIndex[] {
  if (grid !== null) return gridCandidates(grid, metric)
  const candidates = startCandidates({ rows: rowCount, dimensions, metric })
  const first = candidates.find((candidate) => candidate.kind === 'ivfflat')
  if (first === undefined) return candidates
  const rules = new Set(LISTS_RULES.map((rule) => listsByRule(rule, rowCount)))
  const byRule = [...rules].filter((lists) => rowCount >= LEAST_ROWS_A_LIST * lists)
  // First: where time is short they have been tried, and they are where pgvector's advice starts too.
  const others = candidates.filter((candidate) => candidate.kind !== 'ivfflat' || !rules.has(candidate.lists))
  return [...byRule.map((lists) => ({ ...first, lists })), ...others]
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
