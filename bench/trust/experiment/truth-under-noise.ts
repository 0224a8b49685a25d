// The truth as it is under the noise: executions of both arms in turns, in blocks spread over the whole time, which no report
// sees. It has no rounds, no coins and no estimator of ours: a median over a median, and the mean of blocks.
import { median } from '../../../src/analyse/statistics/median.js'
import type { Session } from '../../../src/postgres/session.js'
import { executeInTurns } from './calibrate.js'
import { SLOWED_QUERIES } from './slowed-queries.js'
import type { Truths } from './truth.js'

/** Executions of each arm in a block: fewer where they take longer. */
const turnsOf = (factor: number): number => Math.ceil(60 / Math.sqrt(factor))

/** ln(before ÷ after) by name of the query. */
export type Block = ReadonlyMap<string, number>

export async function blockUnderNoise(session: Session, signal: AbortSignal): Promise<Block> {
  const logs = new Map<string, number>()
  for (const query of SLOWED_QUERIES) {
    signal.throwIfAborted()
    const { before, after } = await executeInTurns(session, query, turnsOf(query.factor))
    logs.set(query.name, Math.log((median(before) ?? NaN) / (median(after) ?? NaN)))
  }
  return logs
}

/** Empty of fewer than two blocks: their spread is the error. */
export function truthsUnderNoise(blocks: readonly Block[]): Truths {
  if (blocks.length < 2) return new Map()
  return new Map(
    SLOWED_QUERIES.map(({ name }) => {
      const logs = blocks.map((block) => block.get(name) ?? NaN)
      const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length
      const variance = logs.reduce((sum, log) => sum + (log - mean) ** 2, 0) / (logs.length - 1)
      return [name, { speedup: Math.exp(mean), error: Math.sqrt(variance / logs.length) }]
    }),
  )
}
