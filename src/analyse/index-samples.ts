// Samples by query and pair, in the order they were taken: one pass instead of one per question.
import { comparisonKey, type Pair } from '../model/comparison.js'
import type { Sample } from '../model/evidence.js'

export type SamplesOf = (query: string, pair: Pair) => readonly Sample[]

export function indexSamples(samples: readonly Sample[]): SamplesOf {
  const index = new Map<string, Sample[]>()
  for (const sample of samples) {
    const key = comparisonKey(sample)
    const known = index.get(key)
    if (known === undefined) index.set(key, [sample])
    else known.push(sample)
  }
  return (query, pair) => index.get(comparisonKey({ query, pair })) ?? []
}

/** Durations that count: executions neither discarded after a switch of arms nor failed. */
export const isCounted = (sample: Sample): boolean => sample.kept && sample.error === undefined
