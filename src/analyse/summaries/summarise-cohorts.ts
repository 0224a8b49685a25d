// Speed-up and latency by size of tenant: one average over tenants hides that the largest and the smallest live in other worlds.
import type { Sample } from '../../model/evidence.js'
import type { QueryFacts } from '../../model/facts.js'
import type { QueryResult, Speedup } from '../../model/result.js'
import { countCensored } from '../judge/count-censored.js'
import { estimateSpeedup } from '../statistics/estimate-speedup.js'
import { roundDifferences } from '../statistics/round-differences.js'
import { medianMs, weightedMs } from './summarise-arm.js'

type Cohort = QueryResult['cohorts'][number]

/** Cohorts measured in both arms, in the order of the parameter rows. `samples` counts both arms. */
export function summariseCohorts(
  { rows }: QueryFacts,
  samples: readonly Sample[],
  alpha: number,
): QueryResult['cohorts'] {
  const cohorts = [...new Set(rows.map(({ cohort }) => cohort))]
  return cohorts.flatMap((cohort) => {
    const ofCohort = samples.filter((sample) => rows[sample.row]?.cohort === cohort)
    const before = weightedMs(ofCohort.filter(({ arm }) => arm === 'before'))
    const after = weightedMs(ofCohort.filter(({ arm }) => arm === 'after'))
    const [beforeMs, afterMs] = [medianMs(before), medianMs(after)]
    const speedup = estimateSpeedup(roundDifferences(ofCohort), alpha)
    if (beforeMs === null || afterMs === null || speedup === null) return []
    return [
      {
        cohort,
        beforeMs,
        afterMs,
        speedup: speedup.estimate,
        interval: intervalOf(speedup),
        censored: countCensored(ofCohort),
        samples: before.length + after.length,
      },
    ]
  })
}

const intervalOf = ({ low, high }: Speedup): Cohort['interval'] =>
  low === null && high === null ? null : { low, high }
