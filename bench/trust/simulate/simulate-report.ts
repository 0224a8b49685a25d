// Whole reports on the simulated machine: what they would have told their reader.
import { analyse } from '../../../src/analyse/analyse.js'
import { randomStream } from '../../../src/model/random.js'
import type { QueryResult } from '../../../src/model/result.js'
import { runReport } from '../report/run-report.js'
import { noisyMachine } from './noisy-machine.js'
import { FOREVER_MS } from './simulate-comparison.js'
import { simulatedQueries, type SimulatedQuery } from './simulated-queries.js'

/** What the report says after so many rounds. */
export async function simulateReport(
  seed: number,
  queries: readonly SimulatedQuery[],
  rounds: number,
): Promise<readonly QueryResult[]> {
  const machine = noisyMachine(randomStream(seed, 'machine'))
  const ports = { now: machine.now, signal: new AbortController().signal }
  const plan = { seed, queries: simulatedQueries(queries, machine), budgetMs: FOREVER_MS }
  const evidence = await runReport(plan, ports)
  const samples = evidence.samples.filter(({ round }) => round <= rounds)
  return analyse({ ...evidence, samples }).queries
}

/** Eight queries that the migration leaves alone, three of them with a claim. */
export const SAME_QUERIES: readonly SimulatedQuery[] = [
  { name: 'q1', beforeMs: 0.4, claim: null },
  { name: 'q2', beforeMs: 2, claim: '>=1.1x' },
  { name: 'q3', beforeMs: 3, claim: '2-5x' },
  { name: 'q4', beforeMs: 5, claim: 'unchanged' },
  { name: 'q5', beforeMs: 5, claim: null },
  { name: 'q6', beforeMs: 8, claim: null },
  { name: 'q7', beforeMs: 12, claim: null },
  { name: 'q8', beforeMs: 20, claim: null },
].map((query, position) => ({ ...query, trueSpeedup: 1, isControl: position < 2, settles: true }))

/** A query that the migration makes half as fast again, and nothing was claimed of it. */
export const FASTER_QUERY: SimulatedQuery = {
  name: 'faster',
  beforeMs: 10,
  trueSpeedup: 1.5,
  claim: null,
  isControl: false,
  settles: true,
}
