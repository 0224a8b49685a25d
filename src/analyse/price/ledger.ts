// Reads saved against writes paid: from which mix of both on does the migration pay in time?
import type { Estimate, Ledger, WriteResult } from '../../model/price-result.js'
import type { ReadSaving } from './read-savings.js'

type Cost = Pick<WriteResult, 'name' | 'verdict' | 'extraMs'>

/**
 * With R reads and W writes the migration saves R · S − W · C, S and C the means over queries and writes: it pays where
 * one read comes with at most S ÷ C writes. A gain is shown where the interval of S is above zero; a cost where that of
 * C is, and at least one write is slower beyond what copies differ by. Without a cost there is no break-even, but what C
 * can be at most says what one read pays for at least. The mean may hide that one write got much faster and the others
 * slower, so each slower write has its own break-even too.
 */
export function ledgerOf(savings: readonly ReadSaving[], writes: readonly Cost[]): Ledger {
  const judged = writes.flatMap(({ name: write, verdict, extraMs }) =>
    verdict === 'void' || extraMs === null ? [] : [{ write, verdict, extraMs }],
  )
  const saved = meanOf(savings.map(({ savedMs }) => savedMs))
  const extra = meanOf(judged.map(({ extraMs }) => extraMs))
  const gains = (saved?.low ?? 0) > 0
  const costs = (extra?.low ?? 0) > 0 && judged.some(({ verdict }) => verdict === 'slower')
  const pays = gains && costs && saved !== null && extra !== null
  return {
    state: pays ? 'pays' : gains ? 'no-cost' : costs ? 'no-gain' : 'nothing',
    readSavedMs: saved,
    writeExtraMs: extra,
    writesPerRead: pays ? quotient(saved, extra) : null,
    writesPerReadAtLeast: gains ? ratio(saved?.low ?? null, extra?.high ?? null) : null,
    queries: savings.map(({ query, savedMs }) => ({
      query,
      savedMs,
      writesPaid: pays ? Math.max(0, savedMs.estimate) / extra.estimate : null,
    })),
    writes: judged.map((one) => ({
      ...one,
      paidByRead:
        gains && saved !== null && one.verdict === 'slower' && one.extraMs.estimate > 0
          ? saved.estimate / one.extraMs.estimate
          : null,
    })),
  }
}

/** With the interval of a mean of independent estimates, recovered from their own (MOVER: Zou & Donner, 2008). */
function meanOf(estimates: readonly Estimate[]): Estimate | null {
  if (estimates.length === 0) return null
  const estimate = estimates.reduce((sum, one) => sum + one.estimate, 0) / estimates.length
  const reach = (side: 'low' | 'high'): number | null => {
    const distances = estimates.map((one) => (one[side] === null ? null : one[side] - one.estimate))
    if (distances.includes(null)) return null
    return Math.hypot(...distances.map(Number)) / estimates.length
  }
  const [below, above] = [reach('low'), reach('high')]
  return {
    estimate,
    low: below === null ? null : estimate - below,
    high: above === null ? null : estimate + above,
  }
}

const quotient = (saved: Estimate, extra: Estimate): Estimate => ({
  estimate: saved.estimate / extra.estimate,
  low: ratio(saved.low, extra.high),
  high: ratio(saved.high, extra.low),
})

/** Open where the divisor may be zero. */
const ratio = (above: number | null, below: number | null): number | null =>
  above === null || below === null || below <= 0 ? null : above / below
