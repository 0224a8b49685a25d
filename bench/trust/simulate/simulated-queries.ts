// Queries of a simulated report: two sessions on one machine are the two arms.
import { plainQuery } from '../report/plain-query.js'
import type { ReportQuery } from '../report/report-query.js'
import type { NoisyMachine } from './noisy-machine.js'
import { simulatedSession } from './simulated-session.js'

export interface SimulatedQuery {
  readonly name: string
  readonly beforeMs: number
  readonly trueSpeedup: number
  readonly claim: string | null
  readonly isControl: boolean
  readonly settles: boolean
}

const FLOOR_MS = 0.05

export function simulatedQueries(
  queries: readonly SimulatedQuery[],
  machine: NoisyMachine,
): readonly ReportQuery[] {
  const quietMs = new Map(queries.map(({ name, beforeMs }) => [name, beforeMs]))
  const speedups = new Map(queries.map(({ name, trueSpeedup }) => [name, trueSpeedup]))
  const arms = {
    before: { session: simulatedSession(machine, (sql) => quietMs.get(sql) ?? FLOOR_MS), entry: '' },
    after: {
      session: simulatedSession(machine, (sql) => (quietMs.get(sql) ?? FLOOR_MS) / (speedups.get(sql) ?? 1)),
      entry: '',
    },
  }
  return queries.map(({ name, claim, isControl, settles }) => ({
    measured: plainQuery({ name, sql: name, role: 'app', settings: {}, values: [[]] }),
    claim,
    arms,
    returned: [1],
    isControl,
    settles,
  }))
}
