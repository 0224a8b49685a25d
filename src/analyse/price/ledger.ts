// Reads saved against writes paid: from which mix of both on does the migration pay in time?
import type { Estimate, Ledger, WriteResult } from '../../model/price-result.js'
import type { ReadSaving } from './read-savings.js'

type Cost = Pick<WriteResult, 'verdict' | 'extraMs'>

/**
 * With R reads and W writes the migration saves R · S − W · C, S and C the means over queries and writes: it pays where
 * one read comes with at most S ÷ C writes. A gain is shown where the interval of S is above zero, a cost where at least
 * one write is slower beyond what copies differ by. Means of bounds stand for the bounds of a mean: wider than they
 * need be.
 */
export function ledgerOf(savings: readonly ReadSaving[], writes: readonly Cost[]): Ledger {
  const judged = writes.filter(({ verdict }) => verdict !== 'void')
  const saved = meanOf(savings.map(({ savedMs }) => savedMs))
  const extra = meanOf(judged.flatMap(({ extraMs }) => (extraMs === null ? [] : [extraMs])))
  const gains = (saved?.low ?? 0) > 0
  const costs = judged.some(({ verdict }) => verdict === 'slower') && (extra?.estimate ?? 0) > 0
  const pays = gains && costs && saved !== null && extra !== null
  return {
    state: pays ? 'pays' : gains ? 'no-cost' : costs ? 'no-gain' : 'nothing',
    readSavedMs: saved,
    writeExtraMs: extra,
    writesPerRead: pays ? quotient(saved, extra) : null,
    queries: savings.map(({ query, savedMs }) => ({
      query,
      savedMs,
      writesPaid: pays ? Math.max(0, savedMs.estimate) / extra.estimate : null,
    })),
  }
}

function meanOf(estimates: readonly Estimate[]): Estimate | null {
  if (estimates.length === 0) return null
  const mean = (values: readonly (number | null)[]): number | null =>
    values.reduce<number | null>(
      (sum, value) => (sum === null || value === null ? null : sum + value / values.length),
      0,
    )
  return {
    estimate: mean(estimates.map(({ estimate }) => estimate)) ?? 0,
    low: mean(estimates.map(({ low }) => low)),
    high: mean(estimates.map(({ high }) => high)),
  }
}

/** A bound is open where the divisor's may be zero. */
function quotient(saved: Estimate, extra: Estimate): Estimate {
  const ratio = (above: number | null, below: number | null): number | null =>
    above === null || below === null || below <= 0 ? null : above / below
  return {
    estimate: saved.estimate / extra.estimate,
    low: ratio(saved.low, extra.high),
    high: ratio(saved.high, extra.low),
  }
}
