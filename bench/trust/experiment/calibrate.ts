// The truth behind an injected slowdown, found without our method: many executions of both arms, one after the other in
// turns, on the machine while it is calm. Work is proportional, latency nearly: a query has a part that no row pays.
import { median } from '../../../src/analyse/median.js'
import { visitArm } from '../../../src/measure/arms.js'
import { at } from '../../../src/model/at.js'
import type { Session } from '../../../src/postgres/session.js'
import type { SlowedQuery } from './slowed-queries.js'

export interface Truth {
  /** before ÷ after: the ratio of the medians of all executions. */
  readonly speedup: number
  /** Its standard error as a share, from the ratios of ten parts of the executions. */
  readonly error: number
}

const PARTS = 10

/** `turns` executions of each arm. */
export async function calibrate(
  session: Session,
  { measured, entries }: SlowedQuery,
  turns: number,
): Promise<Truth> {
  const durations = { before: [] as number[], after: [] as number[] }
  const statement = (await session.prepare(measured.sql)).bind([])
  await visitArm({ session, entry: '' }, measured, at(measured.rows, 0), async () => {
    for (let turn = -TURNS_OF_WARM_UP; turn < turns; turn++) {
      // The order alternates: whatever the first one pays, both pay.
      for (const arm of turn % 2 === 0 ? (['before', 'after'] as const) : (['after', 'before'] as const)) {
        await session.script(entries[arm])
        await statement.run()
        const { durationNs } = await statement.run()
        if (turn >= 0) durations[arm].push(durationNs)
      }
    }
  })
  const size = turns / PARTS
  const logs = Array.from({ length: PARTS }, (_, part) => {
    const [from, to] = [Math.floor(part * size), Math.floor((part + 1) * size)]
    return Math.log(ratio(durations.before.slice(from, to), durations.after.slice(from, to)))
  })
  const mean = logs.reduce((sum, log) => sum + log, 0) / PARTS
  const variance = logs.reduce((sum, log) => sum + (log - mean) ** 2, 0) / (PARTS - 1)
  return { speedup: ratio(durations.before, durations.after), error: Math.sqrt(variance / PARTS) }
}

const TURNS_OF_WARM_UP = 10

const ratio = (before: readonly number[], after: readonly number[]): number =>
  (median(before) ?? NaN) / (median(after) ?? NaN)
