// What --fail-on-harm fails for.
import type { SweepResult } from '../../model/vectors/sweep-result.js'

/** In words; null where plans under filters were looked at and none does harm. */
export function harmGate({ cohorts, harms }: Pick<SweepResult, 'cohorts' | 'harms'>): string | null {
  const measured = cohorts.reduce((sum, { chosen }) => sum + chosen.length, 0)
  if (measured === 0) return 'no plan under a filter was measured, so none was found harmless'
  if (harms.length === 0) return null
  return `${harms.length} of ${measured} plans under filters lose recall and save nothing`
}
