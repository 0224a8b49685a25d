// What it takes to build each index: k-means and levels are random, so time and size have a spread.
import type { BuildSummary } from '../../model/vectors/sweep-result.js'
import type { IndexBuild } from '../../model/vectors/vector-index.js'
import { median } from '../statistics/median.js'

export function summariseBuild({ index, rowsAtBuild, builds, notices }: IndexBuild): BuildSummary {
  const times = builds.map(({ durationMs }) => durationMs)
  return {
    index,
    rowsAtBuild,
    builds: builds.length,
    medianMs: median(times) ?? 0,
    minMs: Math.min(...times),
    maxMs: Math.max(...times),
    sizeBytes: median(builds.map(({ sizeBytes }) => sizeBytes)) ?? 0,
    notices,
  }
}
