// Searches for every query of a set with one index, setting and filter: what was found, how long it took, by which plan.
import { at } from '../../model/at.js'
import type { Neighbours } from '../../model/vectors/neighbours.js'
import { recallByDistance, rowsWanted } from '../../model/vectors/recall.js'
import type { SearchSettings, VectorIndex } from '../../model/vectors/vector-index.js'
import type { PointPlan, QueryAnswer } from '../../model/vectors/vector-point.js'
import { DatabaseError } from '../../postgres/database-error.js'
import type { PreparedStatement, Row, Value } from '../../postgres/session.js'
import { explainSearch } from './explain-search.js'
import { settingsOf } from './search-settings.js'
import { searchStatement, type SearchStatement } from './search-statement.js'
import type { Filter, QuerySet, SearchedTable } from '../searched-table.js'
import { QUERY_CANCELED, withStatementLimit } from './statement-limit.js'
import { withView, type View } from './view.js'

export interface Search {
  /** Operator, expression and pgvector's settings follow from it; whether it is used is the planner's choice. */
  readonly index: VectorIndex
  readonly search: SearchSettings
  readonly k: number
  readonly filter: Filter | null
  readonly planMode: 'custom' | 'generic'
  /** Names of indexes that the planner may see beside the primary key. */
  readonly visible: readonly string[]
  /** For the planner, or for a policy: beside those of the search. */
  readonly settings: Readonly<Record<string, string>>
  /** A search that takes longer is cut off, and the measurement with it. */
  readonly limitMs: number
}

export interface SearchAnswers {
  /** Of the first query, an execution of its own. Null where it failed. */
  readonly plan: PointPlan | null
  readonly answers: QueryAnswer[]
  /** Why it ended early; null where it did not. */
  readonly failure: string | null
}

export interface SearchEvidence extends SearchAnswers {
  /** One per query; each was executed once before. */
  readonly latenciesMs: number[]
}

export async function measureSearch(
  table: SearchedTable,
  search: Search,
  queries: QuerySet,
): Promise<SearchEvidence> {
  const latenciesMs: number[] = []
  const answered = await askEach(table, search, queries, async (prepared, values) => {
    latenciesMs.push((await prepared.bind(values).run()).durationNs / 1e6)
  })
  return { ...answered, latenciesMs }
}

/** Without latencies: who takes turns is timed afterwards. */
export const answerSearch = (
  table: SearchedTable,
  search: Search,
  queries: QuerySet,
): Promise<SearchAnswers> => askEach(table, search, queries, () => Promise.resolve())

/** `again`: after a query's first execution, which warms what another then finds. */
const askEach = (
  table: SearchedTable,
  search: Search,
  queries: QuerySet,
  again: (prepared: PreparedStatement, values: readonly Value[]) => Promise<void>,
): Promise<SearchAnswers> =>
  withSearch(table, search, async (prepared, statement) => {
    const answers: QueryAnswer[] = []
    try {
      const plan = await explain(table, prepared, statement, at(queries.vectors, 0), true)
      for (let query = 0; query < queries.vectors.length; query++) {
        const values = statement.values(at(queries.vectors, query))
        const rows = await table.session.query(statement.sql, values)
        answers.push(answerOf(rows, query, at(queries.truth, query), search.k))
        await again(prepared, values)
      }
      return { plan, answers, failure: null }
    } catch (error) {
      if (!(error instanceof DatabaseError) || error.code !== QUERY_CANCELED) throw error
      return { plan: null, answers, failure: `a search took longer than ${search.limitMs / 1000} s` }
    }
  })

/** The plan of a search for this vector; `executed` as explainSearch has it. */
export const planSearch = (
  table: SearchedTable,
  search: Search,
  vector: Float32Array,
  executed: boolean,
): Promise<PointPlan> =>
  withSearch(table, search, (prepared, statement) => explain(table, prepared, statement, vector, executed))

type SearchWork<T> = (prepared: PreparedStatement, statement: SearchStatement) => Promise<T>

/** Runs `work` where the search can be executed, its statement prepared. */
export const withSearch = <T>(table: SearchedTable, search: Search, work: SearchWork<T>): Promise<T> =>
  withStatement(
    table,
    search,
    searchStatement(table, search.index, search.search, search.k, search.filter),
    work,
  )

/** As withSearch, with another statement than its own. */
export async function withStatement<T>(
  table: SearchedTable,
  search: Search,
  statement: SearchStatement,
  work: SearchWork<T>,
): Promise<T> {
  let prepared: PreparedStatement | null = null
  try {
    return await withStatementLimit(table.session, search.limitMs, () =>
      withView(table, viewOf(search), async () => {
        // Under the application's role: a plan made for another would be thrown away.
        prepared = await table.session.prepare(statement.sql)
        return work(prepared, statement)
      }),
    )
  } finally {
    await (prepared as PreparedStatement | null)?.close()
  }
}

const viewOf = ({ index, search, planMode, visible, settings }: Search): View => ({
  visible,
  settings: {
    plan_cache_mode: planMode === 'generic' ? 'force_generic_plan' : 'force_custom_plan',
    ...(index.kind === 'exact' ? {} : settingsOf(index.kind, search)),
    ...settings,
  },
})

const explain = (
  { session }: SearchedTable,
  { name }: PreparedStatement,
  statement: SearchStatement,
  vector: Float32Array,
  executed: boolean,
): Promise<PointPlan> => explainSearch(session, name, statement.values(vector), executed)

function answerOf(rows: readonly Row[], query: number, truth: Neighbours, k: number): QueryAnswer {
  const found = {
    ids: rows.map((row) => Number(row['id'])),
    distances: rows.map((row) => (row['distance'] === null ? NaN : Number(row['distance']))),
  }
  return {
    query,
    recall: recallByDistance(found, truth, k),
    rows: rows.length,
    rowsWanted: rowsWanted(truth, k),
  }
}
