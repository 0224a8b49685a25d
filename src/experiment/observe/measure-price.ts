// The price of the migration, after the verdicts: the same writes, committed, in a copy of the database without it and
// in one with it; and in a third, without it again, to see what copies differ by for no reason.
import type { EvidenceHeader, EvidenceLine } from '../../model/evidence.js'
import type { CopyName, PriceEnd, PricePlan } from '../../model/price.js'
import type { Progress } from '../../model/progress.js'
import { randomStream } from '../../model/random.js'
import type { MeasuredQuery } from '../../measure/measured-query.js'
import { explainWrites, type ExplainTarget } from '../../measure/price/explain-writes.js'
import type { Copy, MeasuredWrite } from '../../measure/price/measured-write.js'
import { EXPLAINED_ROWS } from '../../measure/price/size-writes.js'
import { vacuumTables } from '../../measure/price/vacuum-tables.js'
import { writeCounters } from '../../measure/price/write-counters.js'
import { runWriteRounds } from '../../measure/price/write-rounds.js'
import { readCapabilities } from '../../postgres/capabilities.js'
import { DatabaseError } from '../../postgres/database-error.js'
import type { Server } from '../../server/server.js'
import type { EvidenceLog } from '../folder/evidence-log.js'
import { CLONES_SMALLEST_EFFECT } from '../questions/policy.js'
import type { ResolvedWrites } from '../questions/resolve-writes.js'
import type { MadeArms } from '../database/with-arms.js'
import { affordableCopies, withCopies } from '../database/with-copies.js'

export interface PriceParts {
  readonly server: Server
  readonly turnInto: MadeArms['turnInto']
  readonly writes: ResolvedWrites
  readonly queries: readonly MeasuredQuery[]
}

export interface PricePorts {
  readonly progress: Progress
  /** Monotonic clock, nanoseconds. */
  readonly now: () => number
}

/** Adds to the log, or nothing where no price was asked for. What hinders it is recorded: the verdicts stand without it. */
export async function measurePrice(
  header: EvidenceHeader,
  parts: PriceParts,
  log: EvidenceLog,
  ports: PricePorts,
): Promise<void> {
  if (header.run.priceBudgetMs === 0 || header.migration.indexes.length === 0) return
  if (parts.writes.writes.length === 0) return skip(log, parts, 'there is nothing to write')
  ports.progress.phase('Measuring writes')
  const names = await affordableCopies(parts.server)
  if (names.length === 0) return skip(log, parts, 'there is no room for two copies of the database')
  await measureOn(names, header, parts, log, ports)
}

/** Goes without the control where the third copy, or the connection to it, is refused. */
async function measureOn(
  names: readonly CopyName[],
  header: EvidenceHeader,
  parts: PriceParts,
  log: EvidenceLog,
  ports: PricePorts,
): Promise<void> {
  let begun = false
  try {
    await withCopies(parts.server, names, parts.turnInto, async (copies) => {
      begun = true
      log.record(planOf(parts, names, null))
      await writeInto(copies, header, parts, log.record, ports)
    })
  } catch (error) {
    if (begun || !(error instanceof DatabaseError)) throw error
    if (names.length > 2) return measureOn(names.slice(0, 2), header, parts, log, ports)
    skip(log, parts, `the database could not be copied: ${error.message}`)
  }
}

const skip = (log: EvidenceLog, parts: PriceParts, reason: string): void =>
  log.record(planOf(parts, [], reason))

const planOf = (
  { server, writes: { writes, notDerived } }: PriceParts,
  copies: readonly CopyName[],
  skipped: string | null,
): PricePlan => ({
  type: 'price',
  skipped,
  copies: [...copies],
  walSource: walSourceOf(server),
  smallestEffect: CLONES_SMALLEST_EFFECT,
  writes: writes.map(({ name, title, sql, operation, schema, table, roleName: role, source, rows }) => ({
    name,
    title,
    sql: sql.trim(),
    operation,
    schema,
    table,
    role,
    source,
    rows: rows.length,
  })),
  notDerived: [...notDerived],
})

/** On a server that is there without us others may write to its log. */
const walSourceOf = ({ facts }: Server): PricePlan['walSource'] =>
  facts.kind === 'url' ? 'explain' : 'position'

async function writeInto(
  copies: readonly Copy[],
  header: EvidenceHeader,
  parts: PriceParts,
  record: (line: EvidenceLine) => void,
  { progress, now }: PricePorts,
): Promise<void> {
  const { seed, priceBudgetMs } = header.run
  const { writes } = parts.writes
  const [first] = copies
  if (first === undefined) return
  const { sharedStatistics } = await readCapabilities(first.session)
  const walByPosition = walSourceOf(parts.server) === 'position'
  const counters = writeCounters({ walByPosition, statisticsFlush: sharedStatistics })
  const startNs = now()
  const stops: PriceEnd['stoppedBy'][] = []
  let endsAt = 0
  for (const { name, members } of blocksOf(writes)) {
    endsAt += members.length / writes.length
    const deadlineNs = startNs + priceBudgetMs * 1e6 * endsAt
    const onRound = (round: number): void =>
      progress.advance(Math.min(1, (now() - startNs) / 1e6 / priceBudgetMs), `${name}, round ${round}`)
    const randomOf = (round: number) => randomStream(seed, `price/${name}/${round}`)
    const plan = { copies, writes: members, deadlineNs, counters }
    stops.push(await runWriteRounds(plan, { randomOf, now, record, onRound }))
  }
  const compared = copies.filter(({ name }) => name !== 'control')
  await explainWrites(explainTargets(parts, !walByPosition), compared, !walByPosition, record)
  await vacuumTables(tablesOf(writes), copies, { random: randomStream(seed, 'price/vacuum'), now, record })
  record({
    type: 'price-end',
    stoppedBy: stops.includes('budget') ? 'budget' : 'rounds',
    elapsedMs: (now() - startNs) / 1e6,
  })
}

/** Deletes come last: what they cascade to must not be missing to other writes. */
function blocksOf(
  writes: readonly MeasuredWrite[],
): readonly { readonly name: string; readonly members: readonly MeasuredWrite[] }[] {
  const isDelete = ({ operation }: MeasuredWrite): boolean => operation === 'delete'
  return [
    { name: 'inserts and updates', members: writes.filter((write) => !isDelete(write)) },
    { name: 'deletes', members: writes.filter(isDelete) },
  ].filter(({ members }) => members.length > 0)
}

/** Deletes, for their triggers; every write, where its log is only known from EXPLAIN; and the queries that write. */
function explainTargets({ writes, queries }: PriceParts, asksWal: boolean): readonly ExplainTarget[] {
  return [
    ...writes.writes
      .filter(({ operation }) => asksWal || operation === 'delete')
      .map((query) => ({ of: 'write' as const, query, rows: lastRows(query) })),
    ...queries
      .filter(({ writes: changes }) => changes)
      .map((query) => ({ of: 'query' as const, query, rows: firstRows(query) })),
  ]
}

/** No round has written these. */
const lastRows = ({ rows }: MeasuredQuery): readonly number[] => [...rows.keys()].slice(-EXPLAINED_ROWS)

/** One of each cohort, and more as long as they are few. */
const firstRows = ({ rows }: MeasuredQuery): readonly number[] =>
  [...rows.keys()].filter(
    (row) => row < EXPLAINED_ROWS || rows.findIndex(({ cohort }) => cohort === rows[row]?.cohort) === row,
  )

const tablesOf = (writes: readonly MeasuredWrite[]) => {
  const tables = writes.map(({ schema, table }) => ({ schema, table }))
  return tables.filter(
    (one, i) => tables.findIndex(({ schema, table }) => schema === one.schema && table === one.table) === i,
  )
}
