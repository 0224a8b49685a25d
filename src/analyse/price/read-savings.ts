// What the migration saves each reading query, in milliseconds per execution.
import type { Evidence } from '../../model/evidence.js'
import type { Estimate } from '../../model/price-result.js'
import { estimateBounded } from '../estimate-bounded.js'
import { indexSamples } from '../index-samples.js'
import { roundGaps } from '../round-differences.js'

export interface ReadSaving {
  readonly query: string
  readonly savedMs: Estimate
}

/** In the scenario's order, without queries that write or are void; at alpha shared among them. */
export function readSavings(
  { header, samples }: Evidence,
  voided: ReadonlySet<string>,
): readonly ReadSaving[] {
  const samplesOf = indexSamples(samples)
  const reading = header.queries.filter(({ name, writes }) => !writes && !voided.has(name))
  const alpha = header.policy.alpha / Math.max(1, reading.length)
  return reading.flatMap(({ name }) => {
    const savedMs = estimateBounded(roundGaps(samplesOf(name, 'main')), alpha)
    return savedMs === null ? [] : [{ query: name, savedMs }]
  })
}
