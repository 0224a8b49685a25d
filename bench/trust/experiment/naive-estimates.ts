// What naive designs make of the smallest known slowdown.
import { median } from '../../../src/analyse/statistics/median.js'
import type { BenchServer } from '../../bench-server/bench-server.js'
import { welch } from '../naive/welch.js'
import { pgbenchOrder } from './pgbench-order.js'
import { sequentialBlocks } from './sequential.js'
import { FACTORS, SLOWED_QUERIES, slowedQueries } from './slowed-queries.js'

/** What a naive design makes of a query. */
export interface NaiveEstimate {
  readonly design: string
  readonly name: string
  /** before ÷ after. */
  readonly ratio: number
}

/** As many as 60 rounds keep. */
const EXECUTIONS = 240

/** Sequential blocks and pgbench on the smallest slowdown. */
export async function naiveEstimates(
  server: BenchServer,
  signal: AbortSignal,
): Promise<readonly NaiveEstimate[]> {
  const small = SLOWED_QUERIES.filter(({ factor }) => factor === FACTORS[0])
  const queries = slowedQueries(server.session, false).filter(({ measured }) =>
    small.some(({ name }) => name === measured.name),
  )
  const blocks = await sequentialBlocks(queries, EXECUTIONS)
  signal.throwIfAborted()
  const plain = small.map(({ name, measured: { sql }, settings }) => ({ name, sql, settings }))
  const runs = await pgbenchOrder(server, plain, EXECUTIONS, signal)
  return [
    ...[...blocks].map(([name, { before, after }]) => ({
      design: `sequential blocks of ${EXECUTIONS}, medians`,
      name,
      ratio: (median(before) ?? NaN) / (median(after) ?? NaN),
    })),
    ...[...runs].map(([name, { before, after }]) => ({
      design: `pgbench, ${EXECUTIONS} transactions an arm, means`,
      name,
      ratio: welch(before, after).ratio,
    })),
  ]
}
