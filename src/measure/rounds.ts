// The rounds: one pass over all active comparisons in random order, each visited ABBA or BAAB as a fair coin says.
// A run of the arms one after the other called 40 to 48 % of A/A comparisons different on two shared cores; this, 3.5 %.
import { at } from '../model/at.js'
import { comparisonKey, type Pair } from '../model/comparison.js'
import type { ArmName, EvidenceLine, StoppedBy } from '../model/evidence.js'
import type { RandomStream } from '../model/random.js'
import type { BoundStatement } from '../postgres/session.js'
import type { Arms } from './arms.js'
import { measureFloor } from './client-floor.js'
import type { MeasuredQuery } from './measured-query.js'
import type { PreparedQuery } from './prepared-query.js'
import { runVisit, type VisitSize } from './visit.js'

export interface PreparedComparison {
  readonly pair: Pair
  readonly query: MeasuredQuery
  readonly arms: Arms
  /** By arm and parameter row. */
  readonly statements: PreparedQuery['statements']
  readonly statementNames: PreparedQuery['statementNames']
  /** Visit size by arm and parameter row. */
  size(arm: ArmName, row: number): VisitSize
  /** The parameter row of a round. */
  rowOf(round: number): number
}

export interface RoundsPlan {
  readonly comparisons: readonly PreparedComparison[]
  /** `SELECT 1`, prepared. */
  readonly floor: BoundStatement
  readonly looks: readonly number[]
  /** 1, or where an interrupted run goes on. */
  readonly firstRound: number
  /** Comparisons, by key, that were settled before the first round. */
  readonly settled: readonly string[]
  /** Monotonic time at which no further round begins, nanoseconds. */
  readonly deadlineNs: number
}

export interface RoundsPorts {
  /** The random choices of a round: they depend on its number, so that a resumed run makes the same ones. */
  readonly randomOf: (round: number) => RandomStream
  /** Monotonic clock, nanoseconds. */
  readonly now: () => number
  readonly record: (line: EvidenceLine) => void
  /** Called after every round; at a look it names the comparisons that are settled. */
  readonly afterRound: (round: number, isLook: boolean) => Promise<readonly string[]>
}

/**
 * Runs rounds until every comparison is settled, the last look is over, or no time is left. A round once begun is finished,
 * and one that would probably end after the deadline is not begun. The first round is always run.
 */
export async function runRounds(plan: RoundsPlan, ports: RoundsPorts): Promise<StoppedBy> {
  const lastRound = Math.max(...plan.looks)
  let active = stillActive(plan.comparisons, plan.settled)
  if (active.length === 0) return 'settled'
  if (plan.firstRound > 1 && ports.now() > plan.deadlineNs) return 'budget'
  for (let round = plan.firstRound; round <= lastRound; round++) {
    const startNs = ports.now()
    await runRound(round, active, plan.floor, ports)
    const settled = await ports.afterRound(round, plan.looks.includes(round))
    active = stillActive(active, settled)
    if (active.length === 0) return 'settled'
    const endNs = ports.now()
    if (endNs + (endNs - startNs) > plan.deadlineNs) return round === lastRound ? 'rounds' : 'budget'
  }
  return 'rounds'
}

async function runRound(
  round: number,
  active: readonly PreparedComparison[],
  floor: BoundStatement,
  ports: RoundsPorts,
): Promise<void> {
  for (const durationNs of await measureFloor(floor)) ports.record({ type: 'floor', round, durationNs })
  const random = ports.randomOf(round)
  for (const comparison of random.shuffle(active)) await compareOnce(round, comparison, random, ports)
}

async function compareOnce(
  round: number,
  comparison: PreparedComparison,
  random: RandomStream,
  ports: RoundsPorts,
): Promise<void> {
  const { query, pair, arms, statements } = comparison
  const coin = random.coin() ? 'ABBA' : 'BAAB'
  const row = comparison.rowOf(round)
  for (const [visit, letter] of [...coin].entries()) {
    const arm = letter === 'A' ? 'before' : 'after'
    const executions = await runVisit(
      arms[arm],
      query,
      at(query.rows, row),
      at(statements[arm], row),
      comparison.size(arm, row),
    )
    for (const execution of executions) {
      ports.record({
        type: 'sample',
        round,
        query: query.name,
        pair,
        arm,
        coin,
        visit,
        row,
        ...execution,
      })
    }
  }
}

// Controls keep running while anything is measured: they tell the noise that the last samples met.
function stillActive(
  active: readonly PreparedComparison[],
  settled: readonly string[],
): readonly PreparedComparison[] {
  const done = new Set(settled)
  const left = active.filter(
    ({ pair, query }) => pair === 'control' || !done.has(comparisonKey({ query: query.name, pair })),
  )
  return left.some(({ pair }) => pair !== 'control') ? left : []
}
