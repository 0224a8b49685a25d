// What happens to an index, event by event: each takes its time, or does not come to an end and says why.
import { at } from '../../model/at.js'
import type { LifeCheckpoint } from '../../model/vectors/life-checkpoint.js'
import { DatabaseError } from '../../postgres/database-error.js'
import { quoteIdentifier } from '../../postgres/identifiers.js'
import { buildIndex, buildSettings, tryBuild, type BuildLimits } from '../indexes/build-index.js'
import { indexName } from '../indexes/index-name.js'
import { QUERY_CANCELED, withStatementLimit } from '../search/statement-limit.js'
import { chooseDeleted } from './choose-deleted.js'
import { ARRIVALS, type Arrival } from './life-rows.js'
import { analyze, deleteRows, letArrive, vacuum } from './life-table.js'
import type { Life } from './life.js'

export interface LifeEvent {
  readonly event: LifeCheckpoint['event']
  readonly run: (life: Life) => Promise<EventOutcome>
}

export interface EventOutcome {
  readonly durationMs: number
  /** Why it did not come to an end; null where it did. */
  readonly failure: string | null
}

/** In their order. Where no rows are held back nothing drifts. */
export function eventsOf({ options }: Pick<Life, 'options'>): readonly LifeEvent[] {
  const drifts = options.rows.heldBack.length > 0
  const [, ...later] = ARRIVALS
  return [
    { event: 'built', run: build },
    ...later
      .filter((arrival) => drifts || arrival !== 'drifted')
      .map((arrival) => ({ event: arrival, run: (life: Life) => arrive(life, arrival) })),
    { event: 'deleted', run: remove },
    { event: 'vacuumed', run: (life) => timed(life, () => vacuum(life.table)) },
    { event: 'reindexed', run: reindex },
  ]
}

async function build(life: Life): Promise<EventOutcome> {
  const arrived = await arrive(life, 'built')
  if (arrived.failure !== null) return arrived
  const { table, tuned, ports } = life
  const outcome = await buildIndex(table, tuned.index, limitsNow(life), ports, 1)
  return outcome.state === 'failed'
    ? { durationMs: outcome.durationMs, failure: outcome.reason }
    : { durationMs: at(outcome.build.builds, 0).durationMs, failure: null }
}

async function arrive(life: Life, arrival: Arrival): Promise<EventOutcome> {
  const { table, source, options } = life
  const outcome = await timed(life, () => letArrive(table, source, arrival, options.rows))
  if (outcome.failure !== null) return outcome
  life.arrived.add(arrival)
  await analyze(table)
  return outcome
}

/** Without ANALYZE: what is watched is an index full of dead rows, and VACUUM is the next event. */
async function remove(life: Life): Promise<EventOutcome> {
  const ids = await chooseDeleted(life)
  const outcome = await timed(life, () => deleteRows(life.table, ids))
  if (outcome.failure === null) for (const id of ids) life.deleted.add(id)
  return outcome
}

async function reindex(life: Life): Promise<EventOutcome> {
  const { table, tuned, ports } = life
  const { session } = table
  const limits = limitsNow(life)
  const name = quoteIdentifier(indexName(table.table, tuned.index, 1))
  const script = ['begin', ...buildSettings(limits), `reindex index ${name}`, 'commit'].join('; ')
  const startNs = ports.now()
  const failure = await withStatementLimit(session, limits.limitMs, () => tryBuild(session, script, limits))
  return { durationMs: (ports.now() - startNs) / 1e6, failure }
}

/** One statement, cut off at the limit: it then has changed nothing. */
async function timed(life: Life, work: () => Promise<void>): Promise<EventOutcome> {
  const { table, ports } = life
  const { limitMs } = limitsNow(life)
  const startNs = ports.now()
  const elapsedMs = (): number => (ports.now() - startNs) / 1e6
  try {
    await withStatementLimit(table.session, limitMs, work)
    return { durationMs: elapsedMs(), failure: null }
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.code !== QUERY_CANCELED) throw error
    const seconds = Number((limitMs / 1000).toPrecision(2))
    return { durationMs: elapsedMs(), failure: `it took longer than ${seconds} s` }
  }
}

/** No statement may take longer than there is time. */
function limitsNow({ options: { limits, deadlineNs }, ports }: Life): BuildLimits {
  const leftMs = (deadlineNs - ports.now()) / 1e6
  return { ...limits, limitMs: Math.max(1, Math.min(limits.limitMs, leftMs)) }
}
