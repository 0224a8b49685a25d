// What a migration promises of one query: a range of speed-ups, or that nothing changes.

export type Claim =
  | { readonly kind: 'range'; readonly text: string; readonly low: number; readonly high: number | null }
  | { readonly kind: 'unchanged'; readonly text: string }

export const CLAIM_GRAMMAR = '"10-100x" (a range), ">=5x" (at least) or "unchanged"'

const NUMBER = String.raw`(\d+(?:\.\d+)?)`
const RANGE = new RegExp(String.raw`^${NUMBER}\s*x?\s*[-–]\s*${NUMBER}\s*x$`)
const AT_LEAST = new RegExp(String.raw`^>=\s*${NUMBER}\s*x$`)

/**
 * Reads a claim. `high` is null where the range is open.
 * Returns an explanation instead when the text is not a claim.
 */
export function parseClaim(text: string): Claim | { readonly problem: string } {
  const trimmed = text.trim()
  if (trimmed === 'unchanged') return { kind: 'unchanged', text: trimmed }
  const [, low, high] = RANGE.exec(trimmed) ?? AT_LEAST.exec(trimmed) ?? []
  if (low === undefined) return { problem: `expected ${CLAIM_GRAMMAR}` }
  const claim = {
    kind: 'range',
    text: trimmed,
    low: Number(low),
    high: high === undefined ? null : Number(high),
  } as const
  if (claim.low <= 0) return { problem: 'a speed-up is a ratio above zero: 1x means no change' }
  if (claim.high !== null && claim.high < claim.low)
    return { problem: `the range ends (${high}x) below its start (${low}x)` }
  return claim
}
