// What one index is worth, from its comparisons with it left out.
import type { AttributedIndex, IndexEffect } from '../../model/attribution.js'
import type { Speedup } from '../../model/speedup.js'
import { boundsOf, counted, ratioText } from '../judge/ratio-text.js'

type Judgement = Pick<AttributedIndex, 'verdict' | 'reason' | 'redundantWith'>

export interface Circumstances {
  /** What lives by the index. */
  readonly constraint: string | null
  /** Another index with the same definition. */
  readonly twin: string | null
  /** Why an effect was not timed, where one was not. */
  readonly untimed: string
  /** The policy's, before any noise, as a ratio. */
  readonly smallestEffect: number
}

/** `effects` are of all queries that use it, the largest gain first. */
export function judgeIndex(
  effects: readonly IndexEffect[],
  { constraint, twin, untimed, smallestEffect }: Circumstances,
): Judgement {
  if (constraint !== null) return judged('not timed', `the constraint ${constraint} lives by it`)
  if (effects.length === 0) {
    return judged(
      'unused',
      'no plan of these queries changes without it, and no foreign key they check needs it',
    )
  }
  const harmed = effects.filter(({ verdict }) => verdict === 'slower')
  const helped = effects.filter(({ verdict }) => verdict === 'faster')
  if (harmed.length > 0)
    return judged('harmful', [harmText(harmed), needText(helped)].filter(isText).join('; yet '))
  if (helped.length > 0) return judged('needed', needText(helped))
  const open = effects.filter((effect) => !isIdle(effect, smallestEffect))
  if (open.length === 0) return judgeIdle(effects)
  if (twin !== null) {
    // What the rounds have not decided, the definitions do.
    return { ...judged('redundant', `${twin} has the same definition`), redundantWith: [twin] }
  }
  const isTimed = effects.some(({ verdict }) => verdict !== 'not timed')
  return isTimed ? judged('inconclusive', openText(open, untimed)) : judged('not timed', untimed)
}

/** What a query may lose at most, by its whole interval, for an index to be called idle on a noisy machine. */
const MOST_LOST = 1.25

/**
 * A noisy run raises the smallest effect it can tell, and so makes it easy to be unchanged. Not here: to say of an index that
 * it can go, no change must be inside the interval too, and no loss worth the name.
 */
function isIdle({ verdict, speedup }: IndexEffect, smallestEffect: number): boolean {
  if (verdict !== 'unchanged' || speedup === null) return false
  const { low, high } = boundsOf(speedup)
  if (low >= 1 / smallestEffect && high <= smallestEffect) return true
  return low <= 1 && high >= 1 && high <= MOST_LOST
}

function judgeIdle(effects: readonly IndexEffect[]): Judgement {
  const instead = [...new Set(effects.flatMap((effect) => effect.instead))].sort()
  const most = [...effects].sort((a, b) => boundsOf(speedupOf(b)).high - boundsOf(speedupOf(a)).high)[0]
  const reason =
    most === undefined
      ? ''
      : `${takesText(most)} as long without it${effects.length > 1 ? ', and no other query longer' : ''}`
  if (instead.length === 0) return judged('no effect', reason)
  return { ...judged('redundant', reason), redundantWith: instead }
}

const judged = (verdict: Judgement['verdict'], reason: string): Judgement => ({
  verdict,
  reason,
  redundantWith: [],
})

function needText(helped: readonly IndexEffect[]): string {
  const [first, ...others] = helped
  if (first === undefined) return ''
  const also = others.length === 0 ? '' : `, and ${counted(others.length, 'other')} longer too`
  return `${takesText(first)} as long without it${also}`
}

function harmText(harmed: readonly IndexEffect[]): string {
  const worst = harmed.at(-1)
  if (worst === undefined) return ''
  const { low, high } = boundsOf(speedupOf(worst))
  const others = harmed.length === 1 ? '' : `, and ${counted(harmed.length - 1, 'other')} longer too`
  return `${worst.query} takes ${rangeText({ low: 1 / high, high: 1 / low })} as long with it${others}`
}

function openText(open: readonly IndexEffect[], untimed: string): string {
  const missing = open.filter(({ verdict }) => verdict === 'not timed').map(({ query }) => query)
  const undecided = open.filter(({ verdict }) => verdict !== 'not timed').map(({ query }) => query)
  return [
    undecided.length === 0 ? '' : `the rounds do not decide ${undecided.join(', ')}`,
    missing.length === 0 ? '' : `${untimed}: ${missing.join(', ')}`,
  ]
    .filter(isText)
    .join('; ')
}

const isText = (text: string): boolean => text !== ''

const takesText = (effect: IndexEffect): string =>
  `${effect.query} takes ${rangeText(boundsOf(speedupOf(effect)))}`

const rangeText = ({ low, high }: { readonly low: number; readonly high: number }): string =>
  `${ratioText(low)} to ${ratioText(high)}`

/** An effect with a verdict has one. */
function speedupOf({ query, speedup }: IndexEffect): Speedup {
  if (speedup === null) throw new Error(`no speed-up of ${query}`)
  return speedup
}
