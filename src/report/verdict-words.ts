// A verdict as people read it: a shape and a word, so that no one needs to see colours.
import type { Verdict } from '../model/result.js'

type Tone = 'good' | 'bad' | 'open' | 'quiet'

export interface VerdictWords {
  readonly symbol: string
  readonly tone: Tone
}

const WORDS: Readonly<Record<Verdict, VerdictWords>> = {
  confirmed: { symbol: '✓', tone: 'good' },
  exceeded: { symbol: '✓', tone: 'good' },
  refuted: { symbol: '✗', tone: 'bad' },
  inconclusive: { symbol: '?', tone: 'open' },
  faster: { symbol: '▲', tone: 'good' },
  unchanged: { symbol: '=', tone: 'quiet' },
  regression: { symbol: '▼', tone: 'bad' },
  unexplained: { symbol: '?', tone: 'open' },
  void: { symbol: '!', tone: 'bad' },
}

export const verdictWords = (verdict: Verdict): VerdictWords => WORDS[verdict]

/** ✓ confirmed */
export const verdictWord = (verdict: Verdict): string => `${WORDS[verdict].symbol} ${verdict}`

/** ✓ confirmed (at least 10x) */
export const verdictText = ({ verdict, detail }: { verdict: Verdict; detail: string | null }): string =>
  `${verdictWord(verdict)}${detail === null ? '' : ` (${detail})`}`

/** 3 confirmed, 1 refuted: in the order of the schema, without zeros. */
export function verdictCounts(judged: readonly { readonly verdict: Verdict }[]): string {
  const counts = new Map<Verdict, number>()
  for (const { verdict } of judged) counts.set(verdict, (counts.get(verdict) ?? 0) + 1)
  const order = Object.keys(WORDS) as Verdict[]
  return order
    .filter((verdict) => counts.has(verdict))
    .map((verdict) => `${counts.get(verdict)} ${verdict}`)
    .join(', ')
}
