// The paragraph: at recall ≥ 0.95 choose …; it saves …; costs …; breaks when …
import type { Advice, LatencyRatio } from '../../model/vectors/sweep-result.js'
import { counted, formatBytes, formatMs } from '../format.js'
import { ratioText, recallText, tookText } from './figures.js'
import { describeIndex, describeSearch } from './index-words.js'

/** A paragraph for each target; what one says of breaks the next ones do not repeat. */
export function renderAdvices(advices: readonly Advice[]): readonly string[] {
  const told = new Set<string>()
  return advices.map((advice) => {
    const text = renderAdvice(advice, told)
    for (const sentence of advice.breaks) told.add(sentence)
    return text
  })
}

/** Plain text: what comes from outside in it is not escaped. `told`: breaks that the reader knows of. */
export const renderAdvice = (advice: Advice, told: ReadonlySet<string> = new Set()): string =>
  [chooses(advice), doubts(advice), saves(advice), costs(advice), breaks(advice, told)]
    .filter((part) => part !== '')
    .join(' ')

function chooses({ target, state, choice }: Advice): string {
  const at = `At recall ≥ ${target}`
  if (state === 'none') {
    return choice === null
      ? `${at} no index can be advised: none reached it while tuning. The exact scan is left.`
      : `${at} no index can be advised: the nearest was ${describeIndex(choice.index)} with ${describeSearch(choice.index, choice.search)}, recall ${recallText(choice.recall)}. The exact scan is left.`
  }
  if (choice === null) return ''
  const figures = `median ${formatMs(choice.medianMs)}, p95 ${formatMs(choice.p95Ms)}`
  if (state === 'exact') {
    return `${at} choose no index: none is measurably faster than the exact scan (${figures}).`
  }
  return `${at} choose ${describeIndex(choice.index)} with ${describeSearch(choice.index, choice.search)}: recall ${recallText(choice.recall)}, ${figures}.`
}

/** Where only the mean is at the target. */
function doubts({ state, choice, cleared }: Advice): string {
  if (state !== 'index' || choice?.state !== 'held') return ''
  const doubt = 'The lower bound of that recall is below the target'
  return cleared === null
    ? `${doubt}, and nothing that took turns clears it.`
    : `${doubt}; to be on the safe side take ${describeIndex(cleared.index)} with ${describeSearch(cleared.index, cleared.search)}: recall ${recallText(cleared.recall)}, median ${formatMs(cleared.medianMs)}.`
}

function saves({ state, againstExact, againstOther }: Advice): string {
  if (state !== 'index') return ''
  const parts = [
    ...(againstExact === null ? [] : [`the exact scan takes ${ratioText(againstExact)} its time`]),
    ...(againstOther === null ? [] : [otherText(againstOther)]),
  ]
  return parts.length === 0 ? '' : `It saves: ${parts.join('; ')}.`
}

function otherText(ratio: LatencyRatio): string {
  const other = `${describeIndex(ratio.first)}, tuned to the same recall,`
  return ratio.faster === 'undecided'
    ? `${other} is neither faster nor slower (${ratioText(ratio)})`
    : `${other} takes ${ratioText(ratio)} its time`
}

function costs({ state, build }: Advice): string {
  if (state !== 'index' || build === null) return ''
  const spread =
    build.builds < 2
      ? ''
      : ` (${tookText(build.minMs)} to ${tookText(build.maxMs)} in ${counted(build.builds, 'build')})`
  return `It costs ${formatBytes(build.sizeBytes)} and ${tookText(build.medianMs)} to build${spread}.`
}

function breaks({ state, breaks }: Advice, told: ReadonlySet<string>): string {
  if (state !== 'index') return ''
  if (breaks.length === 0) return 'Nothing that was tried broke it.'
  const news = breaks.filter((one) => !told.has(one))
  if (news.length === 0) return 'It breaks, or needs a look, where told above.'
  const known = news.length < breaks.length ? '; and where told above' : ''
  return `It breaks, or needs a look, where: ${news.join('; ')}${known}.`
}
