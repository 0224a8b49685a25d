// The filters that are tried: for each selectivity and correlation the tenant, or else the categories, for which most of
// the held-out queries are of that kind. What the data does not have is left out and told.
import { at } from '../../model/at.js'
import type { FilterCase } from '../../model/vectors/filter-evidence.js'
import { countByValue, type GroupedRows } from '../grouped-rows.js'
import {
  CORRELATIONS,
  correlationOf,
  countNeighbourhoods,
  type Correlation,
  type Neighbourhood,
} from './correlation.js'
import { conditionOf, filterText, type FilteredRows } from './filtered-rows.js'

export interface ChosenCase {
  readonly filter: FilterCase
  readonly rows: FilteredRows
  /** Of the held-out set, from 0. */
  readonly queries: readonly number[]
}

export interface ChosenCases {
  readonly cases: readonly ChosenCase[]
  readonly leftOut: readonly string[]
}

/** Where time ends early the first are there: at 1 % a planner errs most often, for both plans look cheap. */
const SELECTIVITIES = [0.01, 0.03, 0.001, 0.1, 0.3]
/** A filter counts for a selectivity up to so far from it, either way: less than half way to the next, so for one only. */
const NEAR = 1.7
/** Nobody asks for more categories at once. */
const MOST_TOGETHER = 50
/** With fewer queries a mean says nothing. */
const LEAST_QUERIES = 5

/** `around`: for each query the ids of the rows nearest to it (neighbourhoodSize). `mostQueries`: of each case. */
export function chooseCases(
  rows: GroupedRows,
  around: readonly (readonly number[])[],
  mostQueries: number,
): ChosenCases {
  const candidates = candidateFilters(rows, countNeighbourhoods(rows, around))
  const cases: ChosenCase[] = []
  const leftOut: string[] = []
  for (const selectivity of SELECTIVITIES) {
    for (const correlation of CORRELATIONS) {
      const best = bestFilter(candidates, selectivity, correlation)
      if (best === null) {
        leftOut.push(
          `about ${percent(selectivity)}, ${correlationText(correlation)}: no such filter in the data`,
        )
      } else cases.push(caseOf(best, correlation, mostQueries))
    }
  }
  return { cases, leftOut }
}

interface Candidate {
  readonly rows: FilteredRows
  readonly matching: number
  readonly selectivity: number
  /** Of each query, in their order. */
  readonly correlations: readonly Correlation[]
}

function candidateFilters(
  { rowCount, tenants, categories }: GroupedRows,
  neighbourhoods: readonly Neighbourhood[],
): readonly Candidate[] {
  const candidate = (rows: FilteredRows, matching: number): Candidate => {
    const selectivity = matching / rowCount
    const correlations = neighbourhoods.map((near) => correlationOf(rows, selectivity, near))
    return { rows, matching, selectivity, correlations }
  }
  const byTenant = [...countByValue(tenants)].map(([tenant, matching]) =>
    candidate({ column: 'tenant_id', values: [tenant] }, matching),
  )
  const byCategory = [...countByValue(categories)]
  const single = byCategory.map(([category, matching]) =>
    candidate({ column: 'category', values: [category] }, matching),
  )
  return [...byTenant, ...single, ...unions(byCategory, candidate)]
}

/** The largest categories together: two, three …, for what no single one is large enough for. */
function unions(
  byCategory: readonly (readonly [number, number])[],
  candidate: (rows: FilteredRows, matching: number) => Candidate,
): readonly Candidate[] {
  return byCategory.slice(1, MOST_TOGETHER).map((_, position) => {
    const largest = byCategory.slice(0, position + 2)
    const values = largest.map(([category]) => category)
    return candidate(
      { column: 'category', values },
      largest.reduce((sum, [, rows]) => sum + rows, 0),
    )
  })
}

/** Tenants first: policies, partial indexes and partitions are made for them. */
function bestFilter(
  candidates: readonly Candidate[],
  selectivity: number,
  correlation: Correlation,
): Candidate | null {
  const distance = (candidate: Candidate): number => Math.abs(Math.log(candidate.selectivity / selectivity))
  const queries = (candidate: Candidate): number => queriesOf(candidate, correlation).length
  const suited = candidates
    .filter((candidate) => distance(candidate) <= Math.log(NEAR) && queries(candidate) >= LEAST_QUERIES)
    .sort((a, b) => queries(b) - queries(a) || distance(a) - distance(b))
  return suited.find(({ rows }) => rows.column === 'tenant_id') ?? suited[0] ?? null
}

function caseOf(candidate: Candidate, correlation: Correlation, mostQueries: number): ChosenCase {
  const { rows, matching, selectivity } = candidate
  return {
    filter: {
      name: `${filterText(rows)}, ${correlationText(correlation)}`,
      condition: inlined(rows),
      by: 'where',
      selectivity,
      matching,
      correlation,
    },
    rows,
    queries: queriesOf(candidate, correlation).slice(0, mostQueries),
  }
}

const queriesOf = ({ correlations }: Candidate, wanted: Correlation): readonly number[] =>
  correlations.flatMap((correlation, query) => (correlation === wanted ? query : []))

/** For a reader: with its values in their places. */
function inlined(rows: FilteredRows): string {
  const { condition, values } = conditionOf(rows)
  const value = at(values, 0) ?? 'null'
  return rows.values.length === 1
    ? condition.replace('$2::integer', value)
    : condition.replace('$2::integer[]', `'${value}'`)
}

const correlationText = (correlation: Correlation): string =>
  correlation === 'none' ? 'anywhere' : correlation

/** 0.1 %, 1.2 %, 30 % */
const percent = (share: number): string => `${Number((share * 100).toPrecision(2))} %`
