// What a visit cost beside its time: log bytes, and updates that were HOT. Read outside of the timed executions.
import { setTimeout as sleep } from 'node:timers/promises'
import type { WriteVisit } from '../../model/price.js'
import type { Session } from '../../postgres/session.js'
import type { Copy, MeasuredWrite } from './measured-write.js'

type Counts = Pick<WriteVisit, 'walBytes' | 'updates' | 'hotUpdates'>

export interface WriteCounters {
  /** Starts to count; what it returns reads the counts after `rows` rows were written. */
  begin(copy: Copy, write: MeasuredWrite, round: number): Promise<(rows: number) => Promise<Counts>>
}

export interface CounterOptions {
  /** Does the log's position tell what we wrote? Only where nobody else writes. */
  readonly walByPosition: boolean
  /** Can a session bring its counts of rows to where they are read? */
  readonly statisticsFlush: boolean
}

export const writeCounters = (options: CounterOptions): WriteCounters => ({
  begin: async (copy, write, round) => {
    const { session } = copy
    // Where counts have to be waited for, one round must do: whether an update can be HOT changes little from round to round.
    const isCounted = write.operation === 'update' && (options.statisticsFlush || round === 1)
    const before = isCounted ? await readUpdates(session, write, options) : null
    const from = options.walByPosition ? await logPosition(session) : null
    return async (rows) => {
      const walBytes = from === null ? null : (await logPosition(session)) - from
      if (before === null) return { walBytes, updates: null, hotUpdates: null }
      const after = await readUpdates(session, write, options, before.updates + rows)
      return {
        walBytes,
        updates: after.updates - before.updates,
        hotUpdates: after.hotUpdates - before.hotUpdates,
      }
    }
  },
})

async function logPosition(session: Session): Promise<number> {
  const [row] = await session.query(`select pg_current_wal_insert_lsn() - '0/0'::pg_lsn as bytes`)
  return Number(row?.['bytes'])
}

interface Updates {
  readonly updates: number
  readonly hotUpdates: number
}

const UPDATES = `
select coalesce(sum(n_tup_upd), 0) as updates, coalesce(sum(n_tup_hot_upd), 0) as hot
from pg_stat_user_tables where schemaname = $1 and relname = $2`

/** Before version 15 counts travel through a collector: up to a second each way. */
const LOOKS = 12
const LOOK_AGAIN_MS = 250

/** Waits until the counts have come to `expected`, for a while: they arrive late, and never are too high. */
async function readUpdates(
  session: Session,
  { schema, table }: MeasuredWrite,
  { statisticsFlush }: CounterOptions,
  expected = 0,
): Promise<Updates> {
  for (let look = 1; ; look++) {
    if (statisticsFlush) await session.query('select pg_stat_force_next_flush()')
    const [row] = await session.query(UPDATES, [schema, table])
    const found = { updates: Number(row?.['updates']), hotUpdates: Number(row?.['hot']) }
    if (found.updates >= expected || look === LOOKS) return found
    await sleep(LOOK_AGAIN_MS)
  }
}
