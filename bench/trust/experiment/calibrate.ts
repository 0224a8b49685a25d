// The truth behind an injected slowdown, found without our method: many executions of both arms in turns, before the noise
// begins. Work is proportional, latency nearly: a query has a part that no row pays.
import { visitArm } from '../../../src/measure/arms.js'
import { at } from '../../../src/model/at.js'
import type { Session } from '../../../src/postgres/session.js'
import type { SlowedQuery } from './slowed-queries.js'
import { isKnown, type Truth } from './truth.js'

const PARTS = 10
const TURNS_OF_WARM_UP = 10
/** On a busy machine more executions help for a while. */
const MOST_TRIES = 12

export interface Durations {
  readonly before: readonly number[]
  readonly after: readonly number[]
}

/** `turns` executions of each arm, and as many again until the truth is known. */
export async function calibrate(session: Session, query: SlowedQuery, turns: number): Promise<Truth> {
  let durations: Durations = { before: [], after: [] }
  for (let tries = 1; ; tries++) {
    const more = await executeInTurns(session, query, turns)
    durations = {
      before: [...durations.before, ...more.before],
      after: [...durations.after, ...more.after],
    }
    const truth = truthOf(durations)
    if (isKnown(truth) || tries === MOST_TRIES) return truth
  }
}

/** `turns` executions of each arm, the one after the other. */
export async function executeInTurns(
  session: Session,
  { measured, entries }: SlowedQuery,
  turns: number,
): Promise<Durations> {
  const durations = { before: [] as number[], after: [] as number[] }
  const statement = await session.prepare(measured.sql)
  const bound = statement.bind([])
  await visitArm({ session, entry: '' }, measured, at(measured.rows, 0), async () => {
    for (let turn = -TURNS_OF_WARM_UP; turn < turns; turn++) {
      // The order alternates: whatever the first one pays, both pay.
      for (const arm of turn % 2 === 0 ? (['before', 'after'] as const) : (['after', 'before'] as const)) {
        await session.script(entries[arm])
        await bound.run()
        const { durationNs } = await bound.run()
        if (turn >= 0) durations[arm].push(durationNs)
      }
    }
  })
  await statement.close()
  return durations
}

/** Its error is from the ratios of ten parts of the executions. */
function truthOf({ before, after }: Durations): Truth {
  const size = before.length / PARTS
  const logs = Array.from({ length: PARTS }, (_, part) => {
    const [from, to] = [Math.floor(part * size), Math.floor((part + 1) * size)]
    return Math.log(undisturbed(before.slice(from, to)) / undisturbed(after.slice(from, to)))
  })
  const mean = logs.reduce((sum, log) => sum + log, 0) / PARTS
  const variance = logs.reduce((sum, log) => sum + (log - mean) ** 2, 0) / (PARTS - 1)
  return { speedup: undisturbed(before) / undisturbed(after), error: Math.sqrt(variance / PARTS) }
}

/** The lower quartile: what disturbs an execution makes it slower. */
function undisturbed(durations: readonly number[]): number {
  const sorted = [...durations].sort((a, b) => a - b)
  return at(sorted, Math.floor(sorted.length / 4))
}
