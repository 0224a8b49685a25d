// The rounds: one pass over all active comparisons in random order, each visited ABBA or BAAB as a fair coin says.
// A run of the arms one after the other called 40 to 48 % of A/A comparisons different on two shared cores; this, 3.5 %.
import { at } from '../model/at.js'
import type { ArmName, EvidenceFooter, EvidenceLine, Pair } from '../model/evidence.js'
import type { RandomStream } from '../model/random.js'
import type { BoundStatement, Session } from '../postgres/session.js'
import type { ArmScripts } from './arms.js'
import { measureFloor } from './client-floor.js'
import type { PreparedQuery } from './prepared-query.js'
import { runVisit, type VisitSize } from './visit.js'

export interface Comparison {
  readonly pair: Pair
  readonly prepared: PreparedQuery
  /** What each arm's visits begin with; the same for both in a control. */
  readonly scripts: ArmScripts
  /** Visit size by arm and parameter row. */
  size(arm: ArmName, row: number): VisitSize
  /** The parameter row of a round. */
  rowOf(round: number): number
}

export interface RoundsPlan {
  readonly comparisons: readonly Comparison[]
  /** `SELECT 1`, prepared. */
  readonly floor: BoundStatement
  readonly looks: readonly number[]
  /** Monotonic time at which no further round begins, nanoseconds. */
  readonly deadlineNs: number
}

export interface RoundsPorts {
  readonly session: Session
  readonly random: RandomStream
  /** Monotonic clock, nanoseconds. */
  readonly now: () => number
  readonly record: (line: EvidenceLine) => void
  /** Called after every round; at a look it names the queries whose verdict is settled. */
  readonly afterRound: (round: number, isLook: boolean) => Promise<readonly string[]>
}

type StoppedBy = EvidenceFooter['stoppedBy']

/**
 * Runs rounds until every query is settled, the last look is over, or no time is left. A round once begun is finished,
 * and one that would probably end after the deadline is not begun. The first round is always run.
 */
export async function runRounds(plan: RoundsPlan, ports: RoundsPorts): Promise<StoppedBy> {
  const lastRound = Math.max(...plan.looks)
  let active = plan.comparisons
  for (let round = 1; round <= lastRound; round++) {
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
  active: readonly Comparison[],
  floor: BoundStatement,
  ports: RoundsPorts,
): Promise<void> {
  for (const durationNs of await measureFloor(floor)) ports.record({ type: 'floor', round, durationNs })
  for (const comparison of ports.random.shuffle(active)) await compareOnce(round, comparison, ports)
}

async function compareOnce(round: number, comparison: Comparison, ports: RoundsPorts): Promise<void> {
  const { prepared, pair, scripts } = comparison
  const coin = ports.random.coin() ? 'ABBA' : 'BAAB'
  const row = comparison.rowOf(round)
  for (const [visit, letter] of [...coin].entries()) {
    const arm = letter === 'A' ? 'before' : 'after'
    const executions = await runVisit(
      ports.session,
      scripts[arm],
      prepared.query,
      at(prepared.query.rows, row),
      at(prepared.statements, row),
      comparison.size(arm, row),
    )
    for (const execution of executions) {
      ports.record({
        type: 'sample',
        round,
        query: prepared.query.name,
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
function stillActive(active: readonly Comparison[], settled: readonly string[]): readonly Comparison[] {
  const left = active.filter(
    ({ pair, prepared }) => pair === 'control' || !settled.includes(prepared.query.name),
  )
  return left.some(({ pair }) => pair === 'main') ? left : []
}
