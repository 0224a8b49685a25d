// The indexes in the course of their life, one after the other, each on a copy of the table.
import { indexKey } from '../../analyse/vectors/same-settings.js'
import type { LifeCheckpoint } from '../../model/vectors/life-checkpoint.js'
import { chooseHeldBack } from '../../sweep/life/life-rows.js'
import type { Deletes, LifeOptions, LifePorts } from '../../sweep/life/life.js'
import { measureLife } from '../../sweep/life/measure-life.js'
import { exactNeighbours } from '../../vectors/exact/exact-neighbours.js'
import { rowsWhere } from '../../vectors/exact/row-filter.js'
import type { Contest } from './hold-contest.js'
import { NO_INDEX } from './later-indexes.js'
import { everyNthForLife } from './life-size.js'
import type { PreparedSearch } from './prepare-search.js'
import { deadlineOf, stagePorts, type Surroundings } from './surroundings.js'

export interface FollowedLives {
  readonly checkpoints: readonly LifeCheckpoint[]
  /** In words: what there was no time for, or what failed. */
  readonly leftOut: readonly string[]
}

/** Each checkpoint finds its own truth: of more queries that takes long and says little more. */
const MOST_QUERIES = 50
/** Of fewer an interval says nothing. */
const LEAST_QUERIES = 25
/** Of each query, so that its search meets dead rows alone; where that were most of the table, a share of the rows. */
const NEAREST_DELETED = 60
const DELETED_SHARE = 0.2

export async function lifeStage(
  surroundings: Surroundings,
  { table, truth }: PreparedSearch,
  { followed: tuned, builds }: Contest,
  startNs: number,
): Promise<FollowedLives> {
  const { vectors, options, ports } = surroundings
  const { matrix } = vectors
  ports.progress.phase('Following the indexes through their life')
  const endNs = deadlineOf('life', startNs, options)
  const own = new Set(tuned.map(({ index }) => indexKey(index)))
  const builtBefore = builds.filter(({ index }) => own.has(indexKey(index)))
  const everyNth = everyNthForLife(vectors.rowCount, (endNs - ports.now()) / 1e6, builtBefore)
  const queries = queriesFor(vectors.rowCount / everyNth)
  const held = { set: truth.reporting.set, vectors: truth.reporting.vectors.slice(0, queries) }
  const checkpoints: LifeCheckpoint[] = []
  const leftOut: string[] = []
  if (tuned.length === 0) leftOut.push(`life: ${NO_INDEX}`)
  for (const [position, one] of tuned.entries()) {
    // What is left is shared by those that are left.
    const deadlineNs = ports.now() + (endNs - ports.now()) / (tuned.length - position)
    const lifeOptions = optionsFor(surroundings, everyNth, held.vectors.length, deadlineNs)
    const life = await measureLife(table, one, matrix, held, lifeOptions, portsFor(surroundings))
    checkpoints.push(...life.checkpoints)
    if (life.leftOut !== null) leftOut.push(life.leftOut)
  }
  return { checkpoints, leftOut }
}

function optionsFor(
  { vectors, options, ports }: Surroundings,
  everyNth: number,
  queries: number,
  deadlineNs: number,
): LifeOptions {
  const { k, searchLimitMs, build } = options
  return {
    k,
    searchLimitMs,
    limits: { ...build, limitMs: Math.max(1000, (deadlineNs - ports.now()) / 1e6) },
    rows: { everyNth, heldBack: chooseHeldBack(vectors.matrix) },
    deletes: deletesFor(vectors.rowCount / everyNth, queries),
    deadlineNs,
  }
}

/** As many as the nearest of all can be deleted of; where that were very few, all that there are. */
export function queriesFor(rows: number): number {
  const deletable = Math.floor((rows * DELETED_SHARE) / NEAREST_DELETED)
  return deletable < LEAST_QUERIES ? MOST_QUERIES : Math.min(MOST_QUERIES, deletable)
}

export const deletesFor = (rows: number, queries: number): Deletes =>
  queries * NEAREST_DELETED <= rows * DELETED_SHARE
    ? { kind: 'nearest', count: NEAREST_DELETED }
    : { kind: 'share', share: DELETED_SHARE }

const portsFor = ({ vectors: { matrix }, options, ports }: Surroundings): LifePorts => ({
  ...stagePorts(ports),
  nearest: (isThere, queries, count) =>
    exactNeighbours(matrix, queries, count, options.metric, rowsWhere(matrix, isThere), ports.signal),
})
