// pgbench -M prepared: libpq and C, the least that a client costs. Each round is a run of it; the log has every latency.
import type { BenchServer } from '../../bench-server/bench-server.js'
import { runPgbench } from '../../bench-server/run-pgbench.js'
import { SETTINGS } from '../lookup.js'
import type { Way } from './way.js'

export const pgbenchWay = ({ pgbench, address }: BenchServer, signal: AbortSignal): Way => ({
  name: 'pgbench -M prepared',
  execute: ({ sql, parameter, executions }) =>
    runPgbench({
      program: pgbench,
      address,
      sql: sql.replace('$1', ':key'),
      parameters: { key: parameter },
      transactions: executions,
      settings: SETTINGS,
      signal,
    }),
})
