// Two reports of known slowdowns on a real server under noise, the second with its arms swapped, in turns round by round, and
// a witness of the same minutes.
import { analyse } from '../../../src/analyse/analyse.js'
import { indexSamples } from '../../../src/analyse/index-samples.js'
import { roundDifferences } from '../../../src/analyse/statistics/round-differences.js'
import type { Location } from '../../../src/analyse/statistics/estimate-location.js'
import type { Evidence } from '../../../src/model/evidence.js'
import type { Speedup } from '../../../src/model/result.js'
import type { BenchServer } from '../../bench-server/bench-server.js'
import { estimateDifferences } from '../report/estimate-differences.js'
import { inTurns } from '../report/in-turns.js'
import { runReport, type ReportPorts } from '../report/run-report.js'
import { slowedQueries } from './slowed-queries.js'
import { openWitness, testimonyOf, type Testimony } from './witness.js'

export interface SlowedPair {
  /** As it is, and with its arms swapped. */
  readonly reports: readonly [SlowedReport, SlowedReport]
  readonly seen: Testimony
}

type SlowedReport = readonly SlowedResult[]

export interface SlowedResult {
  readonly name: string
  readonly verdict: string
  /** At plain 95 %, of the arms as they are: that of a swapped report is inverted. */
  readonly speedup: Speedup
  /** ln before ÷ after of the same minutes. */
  readonly witnessed: Location | null
}

interface SlowedPlan {
  readonly seed: number
  /** For the rounds of both reports and the witness. */
  readonly budgetMs: number
}

export async function slowedPair(
  { session }: BenchServer,
  { seed, budgetMs }: SlowedPlan,
  ports: ReportPorts,
): Promise<SlowedPair> {
  const witness = await openWitness(session)
  try {
    const evidences = await inTurns(
      [false, true].map((swapped) => (giveWay) => {
        const queries = slowedQueries(session, swapped)
        const afterRound = async (round: number): Promise<void> => {
          if (!swapped) await witness.look(round)
          await giveWay()
        }
        return runReport({ seed: 2 * seed + Number(swapped), queries, budgetMs }, { ...ports, afterRound })
      }),
    )
    const [asItIs = [], swapped = []] = evidences.map((evidence, position) =>
      resultsOf(evidence, position === 1, witness.seen),
    )
    return { reports: [asItIs, swapped], seen: witness.seen }
  } finally {
    await witness.close()
  }
}

/** Of the rounds with a witness: at its end one report may go on alone for a few. */
function resultsOf(evidence: Evidence, swapped: boolean, seen: Testimony): SlowedReport {
  const samplesOf = indexSamples(evidence.samples)
  return analyse(evidence).queries.flatMap(({ name, verdict }) => {
    const { observed } = roundDifferences(samplesOf(name, 'main'))
    const together = [...observed].filter(([round]) => seen.get(name)?.has(round))
    const speedup = estimateDifferences(
      together.map(([, difference]) => difference),
      0.05,
    )
    if (speedup === null) return []
    const witnessed = testimonyOf(seen, name, new Set(together.map(([round]) => round)))
    return [{ name, verdict, speedup: swapped ? inverse(speedup) : speedup, witnessed }]
  })
}

const inverse = (speedup: Speedup): Speedup => ({
  ...speedup,
  estimate: 1 / speedup.estimate,
  low: speedup.high === null ? null : 1 / speedup.high,
  high: speedup.low === null ? null : 1 / speedup.low,
})
