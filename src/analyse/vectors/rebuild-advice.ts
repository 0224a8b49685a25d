// When to REINDEX and when to VACUUM, from the life of an index. Only what an event changed on the same rows counts: that
// recall falls as a table grows may be the table's doing; that REINDEX brings it back is the index's.
import { at } from '../../model/at.js'
import { bootstrapMean } from '../../model/vectors/bootstrap-mean.js'
import type { LifeCheckpoint } from '../../model/vectors/life-checkpoint.js'
import type { RebuildAdvice } from '../../model/vectors/rebuild-advice.js'
import type { VectorIndex } from '../../model/vectors/vector-index.js'
import { rebuildText } from './rebuild-text.js'

/** Recall that an event brought for certain (lower bound of the paired differences): less is not worth a rebuild. */
const LEAST_GAIN = 0.02

/** For each index whose life was watched. Void checkpoints are passed over. */
export function rebuildAdvice(life: readonly LifeCheckpoint[], seed: number): readonly RebuildAdvice[] {
  const valid = life.filter(({ point }) => point.voidBecause === null && point.answers.length > 0)
  return [...byIndex(valid).values()].map((checkpoints) => adviseOn(checkpoints, seed))
}

function byIndex(life: readonly LifeCheckpoint[]): ReadonlyMap<string, readonly LifeCheckpoint[]> {
  const lives = new Map<string, LifeCheckpoint[]>()
  for (const checkpoint of life) {
    const key = JSON.stringify(checkpoint.point.index)
    lives.set(key, [...(lives.get(key) ?? []), checkpoint])
  }
  return lives
}

function adviseOn(checkpoints: readonly LifeCheckpoint[], seed: number): RebuildAdvice {
  const index: VectorIndex = at(checkpoints, 0).point.index
  const reindexed = hasHelped(checkpoints, 'reindexed', seed)
  const vacuumed = hasHelped(checkpoints, 'vacuumed', seed)
  const advice = reindexed ? (vacuumed ? 'reindex and vacuum' : 'reindex') : vacuumed ? 'vacuum' : 'keep'
  const since = reindexed ? stale(checkpoints) : null
  const recalls = checkpoints.map((checkpoint) => ({
    event: checkpoint.event,
    rows: checkpoint.rowsNow,
    recall: recallOf(checkpoint),
  }))
  const text = rebuildText(checkpoints, recalls, { reindexed, vacuumed, since })
  return { index, advice, since, recalls, text }
}

/** Did the event bring recall back that the checkpoint before it, on the same rows, did not have? */
function hasHelped(
  checkpoints: readonly LifeCheckpoint[],
  event: 'reindexed' | 'vacuumed',
  seed: number,
): boolean {
  const position = checkpoints.findIndex((checkpoint) => checkpoint.event === event)
  const [before, after] = [checkpoints[position - 1], checkpoints[position]]
  if (before === undefined || after === undefined || before.rowsNow !== after.rowsNow) return false
  const gains = after.point.answers.flatMap(({ query, recall }) => {
    const earlier = before.point.answers.find((answer) => answer.query === query)
    return earlier === undefined ? [] : [recall - earlier.recall]
  })
  return gains.length > 0 && bootstrapMean(gains, seed).low >= LEAST_GAIN
}

/** The first event after which recall was below that of the index built anew. Deletes are VACUUM's. */
function stale(checkpoints: readonly LifeCheckpoint[]): LifeCheckpoint['event'] | null {
  const anew = checkpoints.find(({ event }) => event === 'reindexed')
  if (anew === undefined) return null
  const reached = recallOf(anew) - LEAST_GAIN
  const old = checkpoints.filter(({ event }) => event !== 'reindexed' && event !== 'deleted')
  return old.find((checkpoint) => recallOf(checkpoint) < reached)?.event ?? null
}

const recallOf = ({ point: { answers } }: LifeCheckpoint): number =>
  answers.reduce((sum, { recall }) => sum + recall, 0) / answers.length
