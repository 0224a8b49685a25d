// What one index is worth, from its comparisons with it left out.
import type { AttributedIndex, IndexEffect } from '../../model/attribution.js'
import type { Speedup } from '../../model/speedup.js'
import { boundsOf, counted, ratioText } from '../ratio-text.js'

type Judgement = Pick<AttributedIndex, 'verdict' | 'reason' | 'redundantWith'>

/** `effects` are of all queries that use it; `untimed` says why one was not timed, where one was not. */
export function judgeIndex(effects: readonly IndexEffect[], untimed: string, delta: number): Judgement {
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
  const missing = effects.filter(({ verdict }) => verdict === 'not timed')
  if (missing.length === effects.length) return judged('not timed', untimed)
  const open = effects.filter(({ verdict }) => verdict !== 'unchanged')
  if (open.length > 0) return judged('inconclusive', openText(open, untimed))
  return judgeIdle(effects, delta)
}

/** Nothing is slower or faster without it. */
function judgeIdle(effects: readonly IndexEffect[], delta: number): Judgement {
  const instead = [...new Set(effects.flatMap((effect) => effect.instead))].sort()
  const limit = `no query is slower or faster without it by more than ${ratioText(delta)}`
  if (instead.length === 0) return judged('no effect', `${limit}, though nothing takes its place`)
  return { ...judged('redundant', limit), redundantWith: instead }
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
  return `${first.query} takes ${rangeText(boundsOf(speedupOf(first)))} as long without it${also}`
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

const rangeText = ({ low, high }: { readonly low: number; readonly high: number }): string =>
  `${ratioText(low)} to ${ratioText(high)}`

/** An effect with a verdict has one. */
function speedupOf({ query, speedup }: IndexEffect): Speedup {
  if (speedup === null) throw new Error(`no speed-up of ${query}`)
  return speedup
}
