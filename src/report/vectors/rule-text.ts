// The rules of the published reports as points of their own: what a search finds where nothing is set, and what it takes at
// equal recall. Nothing here is from outside.
import { LISTS_RULES } from '../../model/vectors/lists-rules.js'
import type { ListsRule } from '../../model/vectors/sweep-result.js'
import { nearestToUsual } from '../../model/vectors/usual-target.js'
import { formatMs } from '../format.js'
import { ratioText, recallText } from './figures.js'
import { describeIndex } from './index-words.js'

/** One of each rule that took turns with the finalists, at the usual target or the nearest to it. */
export const ruleSentences = (rules: readonly ListsRule[]): readonly string[] =>
  LISTS_RULES.flatMap((name) => {
    const own = rules.filter(({ rule, tuned, unset }) => rule === name && (tuned !== null || unset !== null))
    const tuned = own.filter((one) => one.tuned !== null)
    const target = nearestToUsual(tuned.map((one) => one.target))
    const told = tuned.find((one) => one.target === target) ?? own[0]
    return told === undefined
      ? []
      : [`${name} of the reports: ${[...unsetText(told), tunedText(told)].join('; ')}.`]
  })

const unsetText = ({ unset }: ListsRule): readonly string[] =>
  unset === null
    ? []
    : [`with nothing set (one probe) recall ${recallText(unset.recall)} in ${formatMs(unset.medianMs)}`]

function tunedText({ tuned, target, state, againstChosen }: ListsRule): string {
  if (tuned === null) return `it was not tuned to ${target} with the finalists`
  const { search, recall, medianMs } = tuned
  return `tuned to ${target} (probes ${search.effort ?? '?'}) recall ${recallText(recall)} in ${formatMs(medianMs)}${comparedText(againstChosen, state)}`
}

function comparedText(againstChosen: ListsRule['againstChosen'], state: ListsRule['state']): string {
  if (againstChosen === null) return state === 'best' ? ': the IVFFlat of whole vectors that was chosen' : ''
  const other = describeIndex(againstChosen.second)
  return againstChosen.faster === 'undecided'
    ? `, neither faster nor slower than ${other} (${ratioText(againstChosen)})`
    : `, ${ratioText(againstChosen)} the time of ${other} at equal recall`
}
