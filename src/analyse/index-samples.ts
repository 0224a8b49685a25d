// Samples by query and pair, in the order they were taken: one pass instead of one per question.
import type { Pair, Sample } from '../model/evidence.js'

export type SamplesOf = (query: string, pair: Pair) => readonly Sample[]

export function indexSamples(samples: readonly Sample[]): SamplesOf {
  const index = { main: new Map<string, Sample[]>(), control: new Map<string, Sample[]>() }
  for (const sample of samples) {
    const known = index[sample.pair].get(sample.query)
    if (known === undefined) index[sample.pair].set(sample.query, [sample])
    else known.push(sample)
  }
  return (query, pair) => index[pair].get(query) ?? []
}

/** Durations that count: executions neither discarded after a switch of arms nor failed. */
export const isCounted = (sample: Sample): boolean => sample.kept && sample.error === undefined
