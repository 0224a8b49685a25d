// An index in the course of its life: built early, its table grown, drifted, deleted from, vacuumed; then built anew. The
// search settings stay as they are; the truth is found again at every checkpoint.
import type { LifeCheckpoint } from '../../model/vectors/life-checkpoint.js'
import type { GroupedRows } from '../grouped-rows.js'
import { indexName } from '../indexes/index-name.js'
import { measurePoint } from '../search/measure-point.js'
import type { QuerySet, SearchedTable } from '../searched-table.js'
import type { TunedIndex } from '../tuned-index.js'
import { eventsOf, type LifeEvent } from './life-events.js'
import { sizeNow, withLifeTable } from './life-table.js'
import { isThere, type Life, type LifeOptions, type LifePorts } from './life.js'

export interface MeasuredLife {
  readonly checkpoints: readonly LifeCheckpoint[]
  /** In words: what there was no time for, or what failed; null where the life was watched to its end. */
  readonly leftOut: string | null
}

/** Of one index, on a copy of the table. `rows`: all of the source. */
export const measureLife = (
  source: SearchedTable,
  tuned: TunedIndex,
  rows: GroupedRows,
  held: Pick<QuerySet, 'set' | 'vectors'>,
  options: LifeOptions,
  ports: LifePorts,
): Promise<MeasuredLife> =>
  withLifeTable(source, async (table) => {
    const life: Life = {
      source,
      table,
      tuned,
      rows,
      held,
      options,
      ports,
      arrived: new Set(),
      deleted: new Set(),
      checkpoints: [],
    }
    const leftOut = await live(life)
    return { checkpoints: life.checkpoints, leftOut }
  })

/** Ends with the first event that fails: those after it stand on it. */
async function live(life: Life): Promise<string | null> {
  const { options, ports, table, tuned } = life
  const name = indexName(table.table, tuned.index, 1)
  const events = eventsOf(life)
  for (const [position, one] of events.entries()) {
    if (ports.now() > options.deadlineNs) return `${name}, ${one.event}: no time was left for it`
    ports.advance(position / events.length, `${name}: ${one.event}`)
    const { durationMs, failure } = await one.run(life)
    if (failure !== null) return `${name}, ${one.event}: ${failure}`
    life.checkpoints.push(await checkpoint(life, one.event, durationMs))
  }
  return null
}

async function checkpoint(
  life: Life,
  event: LifeEvent['event'],
  durationMs: number,
): Promise<LifeCheckpoint> {
  const { table, tuned, held, options, ports, checkpoints } = life
  const { k, searchLimitMs } = options
  const { rows, sizeBytes } = await sizeNow(table, indexName(table.table, tuned.index, 1))
  const truth = await ports.nearest(isThere(life), held.vectors, k)
  const request = { ...tuned, k, everyNth: 1, limitMs: searchLimitMs }
  const isBuilt = event === 'built' || event === 'reindexed'
  return {
    event,
    rowsAtBuild: isBuilt ? rows : (checkpoints.at(-1)?.rowsAtBuild ?? rows),
    rowsNow: rows,
    durationMs,
    sizeBytes,
    point: await measurePoint(table, request, { ...held, truth }),
  }
}
