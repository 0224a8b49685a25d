// The life of an index in words, and what it asks for.
import type { LifeCheckpoint } from '../../model/vectors/life-checkpoint.js'
import type { RebuildAdvice } from '../../model/vectors/rebuild-advice.js'
import { msText } from '../judge/milliseconds-text.js'
import { indexText } from './index-text.js'

type Event = LifeCheckpoint['event']

export interface Helped {
  readonly reindexed: boolean
  readonly vacuumed: boolean
  readonly since: Event | null
}

export function rebuildText(
  checkpoints: readonly LifeCheckpoint[],
  recalls: RebuildAdvice['recalls'],
  { reindexed, vacuumed, since }: Helped,
): string {
  const index = checkpoints[0]?.point.index
  const course = recalls.map(({ event, recall }) => `${recall.toFixed(2)} ${event}`).join(', ')
  const sentences = [`${index === undefined ? 'The index' : indexText(index)}: recall ${course}.`]
  if (reindexed) {
    sentences.push(
      `REINDEX brought ${gainText('reindexed', recalls)}${tookText('reindexed', checkpoints)}: ${WHEN[since ?? 'reindexed']}.`,
    )
  }
  if (vacuumed) {
    sentences.push(
      `VACUUM brought ${gainText('vacuumed', recalls)}${tookText('vacuumed', checkpoints)}: run it after large deletes, before searches meet the dead rows.`,
    )
  }
  if (!reindexed && !vacuumed) sentences.push(keepText(recalls))
  return sentences.join(' ')
}

/** By the event since which the index was worse than one built anew. */
const WHEN: Readonly<Record<Event, string>> = {
  built: 'build it when the table has most of its rows',
  'grown ×2': 'do so when the table has doubled',
  'grown ×10': 'do so before the table has ten times its rows',
  drifted: 'do so when rows of another kind have come',
  deleted: 'do so after large deletes',
  vacuumed: 'do so after large deletes',
  reindexed: 'do so when recall is found to have fallen',
}

/** Of an index that was not watched to its end nothing is known. */
const keepText = (recalls: RebuildAdvice['recalls']): string =>
  recalls.some(({ event }) => event === 'reindexed')
    ? 'REINDEX found no more: keep it as it is.'
    : 'It was not built anew, so that nothing says whether REINDEX would help.'

/** recall from 0.81 to 0.94 */
function gainText(event: Event, recalls: RebuildAdvice['recalls']): string {
  const position = recalls.findIndex((one) => one.event === event)
  const [before, after] = [recalls[position - 1], recalls[position]]
  return `recall from ${before?.recall.toFixed(2) ?? '?'} to ${after?.recall.toFixed(2) ?? '?'}`
}

function tookText(event: Event, checkpoints: readonly LifeCheckpoint[]): string {
  const durationMs = checkpoints.find((one) => one.event === event)?.durationMs ?? null
  return durationMs === null ? '' : ` in ${msText(durationMs)}`
}
