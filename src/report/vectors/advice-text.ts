// The paragraph: at recall ≥ 0.95 choose …; it saves …; costs …; breaks when …
import type { Advice, LatencyRatio } from '../../model/vectors/sweep-result.js'
import { counted, formatBytes, formatMs } from '../format.js'
import { ratioText, recallText, tookText } from './figures.js'
import { describeIndex, describeSearch } from './index-words.js'

/** Plain text: what comes from outside in it is not escaped. */
export const renderAdvice = (advice: Advice): string =>
  [chooses(advice), saves(advice), costs(advice), breaks(advice)].filter((part) => part !== '').join(' ')

function chooses({ target, state, choice }: Advice): string {
  const at = `At recall ≥ ${target}`
  if (state === 'none') {
    return choice === null
      ? `${at} nothing can be advised: no index reached it while tuning.`
      : `${at} nothing can be advised: the nearest was ${describeIndex(choice.index)} with ${describeSearch(choice.index, choice.search)}, recall ${recallText(choice.recall)}.`
  }
  if (choice === null) return ''
  const figures = `median ${formatMs(choice.medianMs)}, p95 ${formatMs(choice.p95Ms)}`
  if (state === 'exact') return `${at} choose no index: no one is faster than the exact scan (${figures}).`
  const doubt =
    choice.state === 'proven'
      ? ''
      : ', whose lower bound is below the target on the queries held out for the report'
  return `${at} choose ${describeIndex(choice.index)} with ${describeSearch(choice.index, choice.search)}: recall ${recallText(choice.recall)}${doubt}, ${figures}.`
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

function breaks({ state, breaks }: Advice): string {
  if (state !== 'index') return ''
  return breaks.length === 0
    ? 'Nothing that was tried broke it.'
    : `It breaks, or needs a look, where: ${breaks.join('; ')}.`
}
