// A harm in words: what the planner took and what came of it, then what would have been better.
import type { FilterEvidence, FilterStrategy } from '../../model/vectors/filter-evidence.js'
import { showsItsIndex } from '../../model/vectors/shows-its-index.js'
import { msText } from '../judge/milliseconds-text.js'
import type { FilterOutcome } from './filter-outcome.js'
import { indexText } from './index-text.js'

/** At 1 % (tenant 7, against the query) the planner took HNSW (m = 16, ef_construction = 64): 0.4 of 10 rows, recall 0.04, 1.9 ms; the exact plan finds all in 1.7 ms. */
export function harmText(lost: FilterOutcome, better: FilterOutcome): string {
  const { filter, planMode } = lost.evidence
  const mode = planMode === 'generic' ? ', with a generic plan,' : ''
  const outcome = `${rowsText(lost.evidence)}, recall ${recallText(lost.recall)}, ${msText(lost.medianMs)}`
  const found = better.recall >= ALL ? 'finds all' : `reaches recall ${recallText(better.recall)}`
  return `At ${percent(filter.selectivity)} (${filter.name})${mode} the planner took ${taken(lost.evidence)}: ${outcome}; ${betterText(better.evidence)} ${found} in ${msText(better.medianMs)}.`
}

/** What rounds to it. */
const ALL = 0.995

function taken({ plan, index }: FilterEvidence): string {
  if (showsItsIndex(plan.index, index)) return indexText(index)
  return plan.index === null ? plan.node : `${plan.node} on ${plan.index}`
}

const BETTER: Readonly<Record<Exclude<FilterStrategy, 'planner’s choice'>, string>> = {
  'B-tree and exact sort': 'the exact plan',
  'approximate, no iterative scan': 'the index without iterative scan',
  'approximate, strict order': 'an iterative scan in strict order',
  'approximate, relaxed order': 'an iterative scan in relaxed order',
  'partial index': 'a partial index',
  partition: 'a partition',
}

function betterText({ strategy, planMode, index, plan }: FilterEvidence): string {
  if (strategy === 'planner’s choice') {
    const by = showsItsIndex(plan.index, index) ? indexText(index) : (plan.index ?? plan.node)
    return `the planner’s ${planMode} plan, ${by},`
  }
  return strategy === 'B-tree and exact sort' ? BETTER[strategy] : `${BETTER[strategy]}, ${indexText(index)},`
}

/** 0.4 of 10 rows: of what was there to find. */
function rowsText({ answers }: FilterEvidence): string {
  const mean = (values: readonly number[]): string =>
    String(Number((values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(1)))
  return `${mean(answers.map(({ rows }) => rows))} of ${mean(answers.map(({ rowsWanted }) => rowsWanted))} rows`
}

/** 0.1 %, 1.2 %, 30 % */
const percent = (share: number): string => `${Number((share * 100).toPrecision(2))} %`

const recallText = (recall: number): string => recall.toFixed(2)
