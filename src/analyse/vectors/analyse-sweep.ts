// From everything a sweep found to what is concluded of it. Pure: the same evidence gives the same conclusions.
import type { FilterEvidence } from '../../model/vectors/filter-evidence.js'
import type { LifeCheckpoint } from '../../model/vectors/life-checkpoint.js'
import type { SweepEvidence } from '../../model/vectors/sweep-evidence.js'
import {
  SWEEP_VERSION,
  type FilterSummary,
  type LifeSummary,
  type SweepResult,
} from '../../model/vectors/sweep-result.js'
import { advise } from './advise.js'
import { compareAtTarget } from './compare-at-target.js'
import { findHarm } from './find-harm.js'
import { judgeListsRules } from './judge-lists-rules.js'
import { rebuildAdvice } from './rebuild-advice.js'
import { summariseBuild } from './summarise-builds.js'
import { summariseCohorts } from './summarise-cohorts.js'
import { summarisePoints } from './summarise-points.js'
import { summariseSearch } from './summarise-search.js'

export function analyseSweep(evidence: SweepEvidence): SweepResult {
  const { run, finalists } = evidence
  const builds = evidence.builds.map(summariseBuild)
  const harms = findHarm(evidence.filters, run.seed)
  const life = evidence.life.map((checkpoint) => summariseLife(checkpoint, run.seed))
  const comparisons = run.targets.map((target) => compareAtTarget(finalists, target, run.seed))
  return {
    sweepVersion: SWEEP_VERSION,
    builds,
    points: [...summarisePoints(evidence)],
    comparisons,
    advice: comparisons.map((comparison) => advise(comparison, { evidence, builds, harms, life })),
    rules: [...judgeListsRules(evidence, comparisons)],
    filters: evidence.filters.map((filter) => summariseFilter(filter, run.seed)),
    cohorts: [...summariseCohorts(evidence.filters, harms)],
    harms: [...harms],
    life,
    rebuild: [...rebuildAdvice(evidence.life, run.seed)],
    evidence,
  }
}

const summariseFilter = ({ answers, latenciesMs, ...rest }: FilterEvidence, seed: number): FilterSummary => ({
  ...rest,
  ...summariseSearch(answers, latenciesMs, seed),
  asked: answers.length,
  timed: latenciesMs.length,
})

const summariseLife = ({ point, ...rest }: LifeCheckpoint, seed: number): LifeSummary => ({
  ...rest,
  index: point.index,
  search: point.search,
  voidBecause: point.voidBecause,
  ...summariseSearch(point.answers, point.latenciesMs, seed),
})
