// A session on the simulated machine: what the library measures through, with a known truth behind it.
import type { Row, Session } from '../../../src/postgres/session.js'
import type { NoisyMachine } from './noisy-machine.js'

/** The first execution after a switch of arms plans anew. */
const COLD_FACTOR = 1.3
const SCRIPT_MS = 0.2

/** `quietMs` is the true latency of each statement in this session's arm. */
export function simulatedSession(machine: NoisyMachine, quietMs: (sql: string) => number): Session {
  let isCold = true
  const run = (sql: string): number => {
    const durationNs = machine.execute(quietMs(sql) * (isCold ? COLD_FACTOR : 1))
    isCold = false
    return durationNs
  }
  return {
    query: (): Promise<readonly Row[]> => Promise.resolve([]),
    script: () => {
      machine.pass(SCRIPT_MS)
      isCold = true
      return Promise.resolve()
    },
    prepare: (sql) =>
      Promise.resolve({
        name: sql,
        bind: () => ({ run: () => Promise.resolve({ durationNs: run(sql), rows: 1 }) }),
        close: () => Promise.resolve(),
      }),
    copyIn: () => Promise.resolve(0),
    takeNotices: () => [],
    limitStatements: () => Promise.resolve(),
  }
}
