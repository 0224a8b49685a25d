// One comparison of known truth, measured by the library's own rounds on the simulated machine.
import { randomStream } from '../../../src/model/random.js'
import { differencesOf } from '../report/differences.js'
import { runReport } from '../report/run-report.js'
import { noisyMachine } from './noisy-machine.js'
import { simulatedQueries } from './simulated-queries.js'

export const FOREVER_MS = 1e9
/** The last look. */
export const ALL_ROUNDS = 60

/** ln before ÷ after of 60 rounds, by a query of 10 ms before the migration. */
export async function simulateComparison(seed: number, trueSpeedup: number): Promise<readonly number[]> {
  const machine = noisyMachine(randomStream(seed, 'machine'))
  const query = { name: 'query', beforeMs: 10, trueSpeedup, claim: null, isControl: false, settles: false }
  const queries = simulatedQueries([query], machine)
  const ports = { now: machine.now, signal: new AbortController().signal }
  const evidence = await runReport({ seed, queries, budgetMs: FOREVER_MS }, ports)
  return differencesOf(evidence, query.name, ALL_ROUNDS)
}
