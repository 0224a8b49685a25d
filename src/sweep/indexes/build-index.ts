// Builds an index, timed and sized, its notices kept. That a build fails (too little memory, too many dimensions, too
// long) is something found out, not something gone wrong.
import type { IndexBuild } from '../../model/vectors/vector-index.js'
import { DatabaseError } from '../../postgres/database-error.js'
import { quoteIdentifier } from '../../postgres/identifiers.js'
import { endsConnection } from '../../postgres/pg-error.js'
import type { Session } from '../../postgres/session.js'
import { withRollback } from '../../postgres/transaction.js'
import { indexName } from './index-name.js'
import { indexOperators, type ApproximateIndex } from './index-operators.js'
import { sampleCondition } from '../search/sample-of-rows.js'
import type { SearchedTable } from '../searched-table.js'
import { QUERY_CANCELED, withStatementLimit } from '../search/statement-limit.js'

export interface BuildLimits {
  readonly memoryBytes: number
  readonly parallelWorkers: number
  /** A build that takes longer is cancelled; the embedded server cannot be interrupted. */
  readonly limitMs: number
}

export interface BuildPorts {
  /** Monotonic clock, nanoseconds. */
  readonly now: () => number
}

export type BuildOutcome =
  | { readonly state: 'built'; readonly build: IndexBuild }
  | {
      readonly state: 'failed'
      readonly index: ApproximateIndex
      readonly reason: string
      readonly notices: readonly string[]
      readonly durationMs: number
    }

/** Under the name that indexName gives it. `everyNth`: of a sample of the rows; 1 for all. */
export const buildIndex = (
  table: SearchedTable,
  index: ApproximateIndex,
  limits: BuildLimits,
  ports: BuildPorts,
  everyNth: number,
): Promise<BuildOutcome> =>
  buildNamed(table, index, indexName(table.table, index, everyNth), limits, ports, sampleCondition(everyNth))

/**
 * Builds the same again, to see the spread: k-means and levels are random. Under another name and dropped at once: the
 * index whose settings were tuned stays as it is. A build that fails ends it, and those before it count.
 */
export async function buildAgain(
  table: SearchedTable,
  build: IndexBuild,
  times: number,
  limits: BuildLimits,
  ports: BuildPorts,
): Promise<IndexBuild> {
  const { index } = build
  if (index.kind === 'exact') return build
  const name = `${indexName(table.table, index, 1)}_again`
  const builds = [...build.builds]
  const notices = new Set(build.notices)
  for (let time = 0; time < times; time++) {
    const outcome = await buildNamed(table, index, name, limits, ports, null)
    if (outcome.state === 'failed') break
    await dropIndexes(table, [name])
    builds.push(...outcome.build.builds)
    for (const notice of outcome.build.notices) notices.add(notice)
  }
  return { ...build, builds, notices: [...notices] }
}

export async function dropIndexes({ session }: SearchedTable, names: readonly string[]): Promise<void> {
  if (names.length > 0) await session.script(`drop index ${names.map(quoteIdentifier).join(', ')}`)
}

/** `condition`: of a partial index; null for one of all rows. */
export async function buildNamed(
  table: SearchedTable,
  index: ApproximateIndex,
  name: string,
  limits: BuildLimits,
  { now }: BuildPorts,
  condition: string | null,
): Promise<BuildOutcome> {
  const { session } = table
  session.takeNotices()
  const startNs = now()
  const reason = await withStatementLimit(session, limits.limitMs, () =>
    tryBuild(session, buildScript(table, index, name, limits, condition), limits),
  )
  const durationMs = (now() - startNs) / 1e6
  if (reason !== null) return { state: 'failed', index, reason, notices: messages(table), durationMs }
  const facts = await readFacts(table, name, limits, condition)
  return {
    state: 'built',
    build: {
      index,
      rowsAtBuild: facts.rows,
      builds: [{ durationMs, sizeBytes: facts.sizeBytes }],
      notices: messages(table),
      maintenanceWorkMemBytes: facts.memoryBytes,
      parallelWorkers: facts.parallelWorkers,
    },
  }
}

/** Why a script that builds failed; null where it did not. */
export async function tryBuild(
  session: Session,
  script: string,
  limits: BuildLimits,
): Promise<string | null> {
  try {
    await session.script(script)
    return null
  } catch (error) {
    if (!(error instanceof DatabaseError) || endsConnection(error)) throw error
    // The failed statement left its transaction open.
    await session.script('rollback')
    return reasonOf(error, limits)
  }
}

function buildScript(
  { table, dimensions }: SearchedTable,
  index: ApproximateIndex,
  name: string,
  limits: BuildLimits,
  condition: string | null,
): string {
  const { expression, operatorClass } = indexOperators(index, dimensions)
  const options =
    index.kind === 'ivfflat'
      ? `lists = ${index.lists}`
      : `m = ${index.m}, ef_construction = ${index.efConstruction}`
  return [
    'begin',
    ...buildSettings(limits),
    `create index ${quoteIdentifier(name)} on ${quoteIdentifier(table)} using ${index.kind} (${expression} ${operatorClass}) with (${options})` +
      (condition === null ? '' : ` where ${condition}`),
    'commit',
  ].join('; ')
}

export const buildSettings = ({ memoryBytes, parallelWorkers }: BuildLimits): readonly string[] => [
  `set local maintenance_work_mem = '${Math.floor(memoryBytes / 1024)}kB'`,
  `set local max_parallel_maintenance_workers = ${parallelWorkers}`,
]

interface BuildFacts {
  readonly rows: number
  readonly sizeBytes: number
  readonly memoryBytes: number
  readonly parallelWorkers: number
}

/** What the server made of the settings, read where they hold again: a limit of its own may be lower. */
async function readFacts(
  { session, table }: SearchedTable,
  name: string,
  limits: BuildLimits,
  condition: string | null,
): Promise<BuildFacts> {
  const [row] = await withRollback(session, async () => {
    await session.script(buildSettings(limits).join('; '))
    return session.query(
      `select pg_relation_size($1::regclass) as size,
         (select count(*) from ${quoteIdentifier(table)} where ${condition ?? 'true'}) as rows,
         pg_size_bytes(current_setting('maintenance_work_mem')) as memory,
         least(current_setting('max_parallel_maintenance_workers')::int,
           current_setting('max_parallel_workers')::int, current_setting('max_worker_processes')::int) as workers`,
      [quoteIdentifier(name)],
    )
  })
  return {
    rows: Number(row?.['rows']),
    sizeBytes: Number(row?.['size']),
    memoryBytes: Number(row?.['memory']),
    parallelWorkers: Number(row?.['workers']),
  }
}

const messages = ({ session }: SearchedTable): string[] => session.takeNotices().map(({ message }) => message)

function reasonOf(error: DatabaseError, { limitMs }: BuildLimits): string {
  if (error.code === QUERY_CANCELED)
    return `not built within ${limitMs < 1000 ? limitMs / 1000 : Math.round(limitMs / 1000)} s`
  return `the build failed: ${error.message}${error.detail === undefined ? '' : ` (${error.detail})`}`
}
