// What the migration saves each reading query, in milliseconds per execution.
import type { Evidence } from '../../model/evidence.js'
import type { Estimate } from '../../model/price-result.js'
import { estimateBounded } from '../statistics/estimate-bounded.js'
import { indexSamples } from '../index-samples.js'
import { roundGaps } from '../statistics/round-differences.js'

export interface ReadSaving {
  readonly query: string
  readonly savedMs: Estimate
}

/** In the scenario's order, without queries that write or are void. Each interval at alpha: no verdict hangs on them. */
export function readSavings(
  { header, samples }: Evidence,
  voided: ReadonlySet<string>,
): readonly ReadSaving[] {
  const samplesOf = indexSamples(samples)
  const reading = header.queries.filter(({ name, writes }) => !writes && !voided.has(name))
  return reading.flatMap(({ name }) => {
    const savedMs = estimateBounded(roundGaps(samplesOf(name, 'main')), header.policy.alpha)
    return savedMs === null ? [] : [{ query: name, savedMs }]
  })
}
