// The truth of a report under noise: executions of both arms in plain turns, between its rounds, which no report sees. Noise
// moves a ratio of latencies, so only executions of the same minutes can say what the report should have found.
import { estimateMedian } from '../../../src/analyse/statistics/estimate-median.js'
import { median } from '../../../src/analyse/statistics/median.js'
import type { Location } from '../../../src/analyse/statistics/estimate-location.js'
import { at } from '../../../src/model/at.js'
import { ARM_NAMES } from '../../../src/measure/arms.js'
import { runVisit } from '../../../src/measure/visit.js'
import type { BoundStatement, PreparedStatement, Session } from '../../../src/postgres/session.js'
import { slowedQueries } from './slowed-queries.js'

/** ln(before ÷ after) of a turn, by query and round. */
export type Testimony = ReadonlyMap<string, ReadonlyMap<number, number>>

interface Witness {
  readonly seen: Testimony
  /** One turn of every query, after this round. */
  look(round: number): Promise<void>
  close(): Promise<void>
}

/** The first execution after a switch of arms plans anew. */
const TURN = { discard: 1, keep: 4 }

export async function openWitness(session: Session): Promise<Witness> {
  const seen = new Map<string, Map<number, number>>()
  const prepared: { query: ReturnType<typeof slowedQueries>[number]; statement: PreparedStatement }[] = []
  for (const query of slowedQueries(session, false)) {
    prepared.push({ query, statement: await session.prepare(query.measured.sql) })
    seen.set(query.measured.name, new Map())
  }
  return {
    seen,
    look: async (round) => {
      // The order alternates: whatever the first one pays, both pay.
      const order = round % 2 === 0 ? ARM_NAMES : ARM_NAMES.toReversed()
      for (const { query, statement } of prepared) {
        const log = await turn(query, statement.bind([]), order)
        seen.get(query.measured.name)?.set(round, log)
      }
    },
    close: async () => {
      for (const { statement } of prepared) await statement.close()
    },
  }
}

async function turn(
  { measured, arms }: ReturnType<typeof slowedQueries>[number],
  bound: BoundStatement,
  order: typeof ARM_NAMES,
): Promise<number> {
  const latencyNs = { before: NaN, after: NaN }
  for (const arm of order) {
    const executions = await runVisit(arms[arm], measured, at(measured.rows, 0), bound, TURN)
    const failed = executions.find(({ error, censored }) => error !== undefined || censored)
    if (failed !== undefined) throw new Error(`witness of ${measured.name}: ${failed.error ?? 'cut off'}`)
    const kept = executions.filter(({ kept }) => kept).map(({ durationNs }) => durationNs)
    latencyNs[arm] = median(kept) ?? NaN
  }
  return Math.log(latencyNs.before / latencyNs.after)
}

/** What the turns after these rounds say of a query: the median, with the interval of the sign test. Null of no turn. */
export function testimonyOf(seen: Testimony, query: string, rounds: ReadonlySet<number>): Location | null {
  const logs = [...(seen.get(query) ?? [])].filter(([round]) => rounds.has(round)).map(([, log]) => log)
  return logs.length === 0 ? null : estimateMedian(logs, 0.05)
}

/** What all witnesses say of a query: the median of theirs, for turns of the same minutes are not independent of each other. */
export function allTestimony(witnesses: readonly Testimony[], query: string): Location | null {
  const logs = witnesses.flatMap((seen) => median([...(seen.get(query)?.values() ?? [])]) ?? [])
  return logs.length === 0 ? null : estimateMedian(logs, 0.05)
}
