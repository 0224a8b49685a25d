// Latency by size of tenant: one average over tenants hides that the largest and the smallest live in other worlds.
import type { Sample } from '../model/evidence.js'
import type { QueryFacts } from '../model/facts.js'
import type { QueryResult } from '../model/result.js'
import { medianMs, weightedMs } from './summarise-arm.js'

/** Cohorts measured in both arms, in the order of the parameter rows. `samples` counts both arms. */
export function summariseCohorts({ rows }: QueryFacts, samples: readonly Sample[]): QueryResult['cohorts'] {
  const cohorts = [...new Set(rows.map(({ cohort }) => cohort))]
  return cohorts.flatMap((cohort) => {
    const ofCohort = samples.filter((sample) => rows[sample.row]?.cohort === cohort)
    const before = weightedMs(ofCohort.filter(({ arm }) => arm === 'before'))
    const after = weightedMs(ofCohort.filter(({ arm }) => arm === 'after'))
    const [beforeMs, afterMs] = [medianMs(before), medianMs(after)]
    if (beforeMs === null || afterMs === null || afterMs === 0) return []
    const speedup = beforeMs / afterMs
    return [{ cohort, beforeMs, afterMs, speedup, samples: before.length + after.length }]
  })
}
