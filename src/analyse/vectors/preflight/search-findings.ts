// Searches that give fewer rows than LIMIT: without iterative scan an index looks at so many rows and no more.
import type { SearchSettings } from '../../../model/vectors/vector-index.js'
import { counted, type BuiltIndex, type Finding, type PreflightFacts } from './finding.js'

const MOST_EF_SEARCH = 1000

/** Twice what is wanted: what passes a filter is not spread evenly. */
const ENOUGH = 2

export function searchFindings(
  index: BuiltIndex,
  { effort, iterative }: SearchSettings,
  facts: PreflightFacts,
): readonly Finding[] {
  // An iterative scan goes on until it has the rows, or meets its bound.
  if (effort === null || iterative !== 'off') return []
  if (index.kind === 'hnsw' && effort < facts.k) return [tooNarrow(effort, facts.k)]
  return facts.selectivities.flatMap((selectivity) => {
    const seen = index.kind === 'hnsw' ? effort : (facts.rows * Math.min(effort, index.lists)) / index.lists
    return isExact(index, effort) || seen * selectivity >= ENOUGH * facts.k
      ? []
      : [tooFew(index, effort, seen, selectivity, facts)]
  })
}

const tooNarrow = (efSearch: number, k: number): Finding => ({
  severity: 'warning',
  text: `ef_search = ${efSearch} is less than LIMIT ${k}: a search returns ${efSearch} rows.`,
  advice:
    k <= MOST_EF_SEARCH
      ? `hnsw.ef_search = ${k} or more`
      : `hnsw.iterative_scan = 'relaxed_order': ef_search ends at ${counted(MOST_EF_SEARCH)}`,
})

function tooFew(
  index: BuiltIndex,
  effort: number,
  seen: number,
  selectivity: number,
  { rows, k }: PreflightFacts,
): Finding {
  const setting = index.kind === 'hnsw' ? 'hnsw.ef_search' : 'ivfflat.probes'
  const left = Number((seen * selectivity).toPrecision(2))
  const wanted = Math.ceil((ENOUGH * k) / selectivity)
  const enough = index.kind === 'hnsw' ? wanted : Math.ceil((wanted * index.lists) / Math.max(1, rows))
  const most = index.kind === 'hnsw' ? MOST_EF_SEARCH : index.lists
  const iterative = `${index.kind}.iterative_scan = 'relaxed_order'`
  return {
    severity: 'warning',
    text: `Under a filter that ${percent(selectivity)} of the rows pass, ${setting} = ${effort} leaves about ${left} rows of the ${k} wanted.`,
    advice:
      iterative +
      (enough <= most ? `, or ${setting} = ${enough}` : '') +
      `; where few rows pass (${counted(Math.round(rows * selectivity))} here), a B-tree on the filter and an exact sort`,
  }
}

/** With all lists probed every row is looked at. */
const isExact = (index: BuiltIndex, effort: number): boolean =>
  index.kind === 'ivfflat' && effort >= index.lists

/** 0.1 %, 1.2 %, 30 % */
const percent = (share: number): string => `${Number((share * 100).toPrecision(2))} %`
