// `indexproof explain`: the plans of a user's queries, in a READ ONLY transaction that is rolled back.
import { indexesIn } from '../analyse/plans/summarise-plan.js'
import { planTree } from '../analyse/plans/plan-entries.js'
import type { Address } from '../model/address.js'
import { EXPLANATIONS_VERSION, type ExplainedQuery, type Explanations } from '../model/explanations.js'
import { explainSchema } from '../model/plan.js'
import { readCapabilities, type Capabilities } from '../postgres/capabilities.js'
import type { DatabaseError } from '../postgres/database-error.js'
import {
  EXPLAIN_ANALYZE,
  EXPLAIN_ONLY,
  explainGeneric,
  explainStatement,
} from '../postgres/explain-statement.js'
import { attempt, withReadOnly, type ReadOnlyLimits } from '../postgres/read-only.js'
import type { Row, Session, Value } from '../postgres/session.js'
import { statementError } from '../postgres/sql/statement-error.js'
import { loadExplained, type QueryToExplain } from '../scenario/load-explained.js'
import { connected } from '../server/url.js'
import { checkHost, checkLooks, type Allowed } from '../server/url/guard.js'
import { readLooks } from '../server/url/read-looks.js'
import type { SessionPorts } from './inspect.js'

export interface ExplainOptions {
  /** Folder of the .sql files. */
  readonly queries: string
  readonly address: Address
  /** Execute the queries too? Then on a server that may carry it. */
  readonly analyze: boolean
  readonly allowed: Allowed
  readonly limits: ReadOnlyLimits
  readonly toolVersion: string
}

/** Of more the plans say little new. */
const MOST_ROWS = 5

/** Throws where a file cannot be read or holds what is refused; what the server says of a query stands beside it. */
export async function explainQueries(options: ExplainOptions, ports: SessionPorts): Promise<Explanations> {
  const { address, analyze, allowed } = options
  const queries = await loadExplained(options.queries)
  if (analyze) checkHost(address, allowed.hosts)
  return connected({ address, ...ports }, async (session) => {
    // Reading works on a replica too.
    if (analyze) checkLooks({ ...(await readLooks(session)), isInRecovery: false }, allowed)
    return withReadOnly(session, options.limits, 'own', () => explainAll(session, queries, options))
  })
}

const SERVER = `
select current_setting('server_version') as version, current_database() as database, current_user as role`

async function explainAll(
  session: Session,
  queries: readonly QueryToExplain[],
  { analyze, toolVersion }: ExplainOptions,
): Promise<Explanations> {
  const [server] = await session.query(SERVER)
  const capabilities = await readCapabilities(session)
  const explained: ExplainedQuery[] = []
  for (const query of queries) explained.push(await explainOne(session, query, analyze, capabilities))
  return {
    explanationsVersion: EXPLANATIONS_VERSION,
    tool: { name: 'indexproof', version: toolVersion },
    server: {
      version: server?.['version'] ?? '',
      database: server?.['database'] ?? '',
      role: server?.['role'] ?? '',
    },
    analyzed: analyze,
    queries: explained,
  }
}

async function explainOne(
  session: Session,
  query: QueryToExplain,
  analyze: boolean,
  capabilities: Capabilities,
): Promise<ExplainedQuery> {
  const { name, statement, parameterCount } = query
  const of = {
    name,
    file: statement.source.path,
    sql: statement.sql,
    parameters: parametersOf(query),
    notAnalyzed: analyze ? whyNotAnalyzed(query) : null,
  }
  const rows = await attempt(session, () => parameterRows(session, query))
  if (!rows.done) return { ...of, error: parametersError(query, rows.error), plans: [] }
  if (rows.value.length === 0) {
    return { ...of, error: `${of.file}: its parameters query returned no row`, plans: [] }
  }
  const explain = (options: string) =>
    attempt(session, () =>
      of.parameters === 'generic'
        ? explainGeneric(session, statement.sql, parameterCount, capabilities).then((found) => [found])
        : explainRows(session, options, statement.sql, rows.value),
    )
  const executes = analyze && of.notAnalyzed === null
  let plans = await explain(executes ? EXPLAIN_ANALYZE : EXPLAIN_ONLY)
  let { notAnalyzed } = of
  if (executes && !plans.done && plans.error.code === READ_ONLY) {
    notAnalyzed = 'it locks rows, or calls what changes data'
    plans = await explain(EXPLAIN_ONLY)
  }
  if (plans.done) return { ...of, notAnalyzed, error: null, plans: plans.value.map(planOf) }
  return { ...of, notAnalyzed, error: queryError(query, plans.error), plans: [] }
}

/** SQLSTATE of what may not be done in a READ ONLY transaction. */
const READ_ONLY = '25006'

/** A value that its type cannot hold has no place in the query. */
function queryError({ statement, parameters }: QueryToExplain, error: DatabaseError): string {
  const { message } = statementError(statement.source, statement.offset, error)
  const isOfValues = parameters.kind !== 'none' && error.position === undefined && error.code.startsWith('22')
  return isOfValues ? `${message}, with the parameters from beside it` : message
}

const parametersOf = ({ parameters, parameterCount }: QueryToExplain): ExplainedQuery['parameters'] =>
  parameterCount === 0 ? 'none' : parameters.kind === 'none' ? 'generic' : 'given'

function whyNotAnalyzed(query: QueryToExplain): string | null {
  if (query.writes) return 'it changes data'
  return parametersOf(query) === 'generic' ? 'its parameters are not given' : null
}

/** One empty row where there is nothing to bind. */
async function parameterRows(
  session: Session,
  { parameters, parameterCount }: QueryToExplain,
): Promise<readonly (readonly Value[])[]> {
  if (parameters.kind === 'rows') return parameters.rows.slice(0, MOST_ROWS)
  if (parameters.kind === 'none') return [[]]
  const names = Array.from({ length: parameterCount }, (_, i) => `p${i + 1}`)
  const rows = await session.query(parameters.source.text)
  return rows.slice(0, MOST_ROWS).map((row) => names.map((name) => row[name] ?? null))
}

const parametersError = (query: QueryToExplain, error: DatabaseError): string =>
  query.parameters.kind === 'query'
    ? statementError(query.parameters.source, 0, error).message
    : error.message

async function explainRows(
  session: Session,
  options: string,
  sql: string,
  rows: readonly (readonly Value[])[],
): Promise<(readonly Row[])[]> {
  const explained: (readonly Row[])[] = []
  for (const values of rows) explained.push(await explainStatement(session, options, sql, values))
  return explained
}

function planOf(rows: readonly Row[], row: number): ExplainedQuery['plans'][number] {
  const [explain] = explainSchema.array().parse(JSON.parse(rows[0]?.['QUERY PLAN'] ?? '[]'))
  if (explain === undefined) throw new Error('EXPLAIN returned no plan')
  return { row, tree: planTree(explain.Plan), indexes: indexesIn([explain]), explain }
}
