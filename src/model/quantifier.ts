// Of which members of a group a claim must be true.

export type Quantifier =
  /** Each member is judged, and a share of them, at least one, must be confirmed; every is a share of 1. */
  | { readonly kind: 'share'; readonly text: string; readonly share: number }
  /** All members together, as the geometric mean of their speed-ups or latencies. */
  | { readonly kind: 'geometric mean'; readonly text: string }

export const QUANTIFIER_GRAMMAR =
  '"every", "geometric mean", "at least 80%" (any percentage) or "at least one"'

const PERCENTAGE = /^at least (\d+(?:\.\d+)?)\s*%$/

/** Returns an explanation instead when the text is not a quantifier. */
export function parseQuantifier(text: string): Quantifier | { readonly problem: string } {
  const trimmed = text.trim()
  if (trimmed === 'geometric mean') return { kind: 'geometric mean', text: trimmed }
  if (trimmed === 'every') return { kind: 'share', text: trimmed, share: 1 }
  if (trimmed === 'at least one') return { kind: 'share', text: trimmed, share: 0 }
  const [, percent] = PERCENTAGE.exec(trimmed) ?? []
  if (percent === undefined) return { problem: `expected ${QUANTIFIER_GRAMMAR}` }
  const share = Number(percent) / 100
  if (share <= 0 || share > 1) return { problem: 'the percentage must be above 0 and at most 100' }
  return { kind: 'share', text: trimmed, share }
}

/** How many of so many members a share asks for: 80 % of 6 are 5. */
export const requiredMembers = (share: number, members: number): number =>
  Math.max(1, Math.ceil(share * members - ROUNDING))

/** 0.07 · 100 is 7.000000000000001. */
const ROUNDING = 1e-9
