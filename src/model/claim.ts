// What a migration promises: a range of speed-ups, no change, something in milliseconds, or what approximate search finds.

export type RatioClaim =
  | { readonly kind: 'range'; readonly text: string; readonly low: number; readonly high: number | null }
  | { readonly kind: 'unchanged'; readonly text: string }

/**
 * latency: what the client sees with the migration. overhead: after − before, what the second state of a pair costs.
 * saving: before − after, what it saves.
 */
export interface MillisecondsClaim {
  readonly kind: 'latency' | 'overhead' | 'saving'
  readonly text: string
  /** The most that a latency or an overhead may be, the least that a saving must be. */
  readonly boundMs: number
}

/** Of approximate search, over its parameter rows, with the migration. */
export interface RecallClaim {
  readonly kind: 'recall'
  readonly text: string
  /** The least that the mean recall must be, 0 to 1; null where it must be what it is without the migration. */
  readonly least: number | null
}

/** Judged by samples. */
export type TimedClaim = RatioClaim | MillisecondsClaim

export type Claim = TimedClaim | RecallClaim

export const CLAIM_GRAMMAR =
  '"10-100x" (a range), ">=5x" (at least), "unchanged", "under 0.1ms" (latency with the migration), "overhead under 5ms" (after − before), "saves at least 5ms" (before − after), "recall >= 0.95" or "recall unchanged" (approximate search)'

const NUMBER = String.raw`(\d+(?:\.\d+)?)`
const RANGE = new RegExp(String.raw`^${NUMBER}\s*x?\s*[-–]\s*${NUMBER}\s*x$`)
const AT_LEAST = new RegExp(String.raw`^>=\s*${NUMBER}\s*x$`)
const IN_RECALL = new RegExp(String.raw`^recall(?:\s+unchanged|\s*>=\s*${NUMBER})$`)
const IN_TIME = new RegExp(String.raw`^(under|overhead under|saves at least)\s+${NUMBER}\s*([a-zµμ]*)$`)

/**
 * Reads a claim. `high` is null where the range is open.
 * Returns an explanation instead when the text is not a claim.
 */
export function parseClaim(text: string): Claim | { readonly problem: string } {
  const trimmed = text.trim()
  if (trimmed === 'unchanged') return { kind: 'unchanged', text: trimmed }
  const inRecall = IN_RECALL.exec(trimmed)
  if (inRecall !== null) return parseRecall(trimmed, inRecall)
  const inTime = IN_TIME.exec(trimmed)
  if (inTime !== null) return parseInTime(trimmed, inTime)
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

export const isInMilliseconds = (claim: Claim): claim is MillisecondsClaim =>
  claim.kind === 'latency' || claim.kind === 'overhead' || claim.kind === 'saving'

export const isOfRecall = (claim: Claim): claim is RecallClaim => claim.kind === 'recall'

function parseRecall(
  text: string,
  [, number]: readonly string[],
): RecallClaim | { readonly problem: string } {
  const least = number === undefined ? null : Number(number)
  if (least !== null && (least <= 0 || least > 1))
    return { problem: 'recall is a share above 0 and at most 1' }
  return { kind: 'recall', text, least }
}

function parseInTime(
  text: string,
  [, words = '', number = '', unit = '']: readonly string[],
): MillisecondsClaim | { readonly problem: string } {
  const unitMs = UNITS_MS[unit]
  if (unit === '') return { problem: `a time needs its unit, such as "${text}ms": ${UNIT_NAMES}` }
  if (unitMs === undefined) return { problem: `"${unit}" is not a unit: ${UNIT_NAMES}` }
  const boundMs = Number(number) * unitMs
  if (boundMs <= 0) return { problem: 'the time must be above zero' }
  return { kind: KINDS[words] ?? 'latency', text, boundMs }
}

const KINDS: Readonly<Record<string, MillisecondsClaim['kind']>> = {
  under: 'latency',
  'overhead under': 'overhead',
  'saves at least': 'saving',
}

/** The micro sign and the Greek letter look the same. */
const UNITS_MS: Readonly<Record<string, number>> = { us: 0.001, µs: 0.001, μs: 0.001, ms: 1, s: 1000 }
const UNIT_NAMES = 'known are µs (or us), ms and s'
