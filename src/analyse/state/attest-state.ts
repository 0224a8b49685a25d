// Did the database hold still under each block? What the readings of its state at both ends of the block say.
import { comparisonKey, type Comparison } from '../../model/comparison.js'
import type { Evidence, RoundEnd } from '../../model/evidence.js'
import type { BlockState } from '../../model/result.js'
import type { DatabaseState, TableState } from '../../model/state.js'
import { compareStates } from './compare-states.js'
import { pairReadings, type Stretch } from './pair-readings.js'

export interface Attestation {
  readonly blocks: readonly BlockState[]
  /** By name of the block, for whoever looks closer. */
  readonly stretches: ReadonlyMap<string, readonly Stretch[]>
  /** Why the samples of a comparison do not count; null where the state held, or is not known yet. */
  failureOf(comparison: Comparison): BlockState['failure']
}

/** In the order the blocks began. */
export function attestState({ header, states, rounds }: Evidence): Attestation {
  const stretches = groupByBlock(pairReadings(states))
  const migrated = new Set(header.migration.indexes.map(({ schema, name }) => `${schema}.${name}`))
  const blocks = [...stretches].map(([block, ofBlock]) => attestBlock(block, ofBlock, rounds, migrated))
  const failures = new Map<string, BlockState['failure']>()
  for (const { block, failure } of blocks) {
    if (failure === null) continue
    const keys = (stretches.get(block) ?? []).flatMap(({ start }) => start.comparisons)
    for (const key of keys) failures.set(key, failure)
  }
  return { blocks, stretches, failureOf: (comparison) => failures.get(comparisonKey(comparison)) ?? null }
}

function groupByBlock(stretches: readonly Stretch[]): ReadonlyMap<string, readonly Stretch[]> {
  const blocks = new Map<string, Stretch[]>()
  for (const stretch of stretches) {
    const { block } = stretch.start
    blocks.set(block, [...(blocks.get(block) ?? []), stretch])
  }
  return blocks
}

function attestBlock(
  block: string,
  stretches: readonly Stretch[],
  rounds: readonly RoundEnd[],
  migrated: ReadonlySet<string>,
): BlockState {
  const whole = stretches.filter(isWhole)
  const failures = whole.flatMap(({ start, end }) => compareStates(start, end, migrated) ?? [])
  const pressures = rounds.filter((round) => round.block === block).map(({ pressure }) => pressure)
  return {
    block,
    attested: whole.length === stretches.length ? 'whole' : 'in part',
    failure: failures[0] ?? null,
    checkpoints: checkpointsIn(whole),
    writtenRows: growth(whole, 'writtenRows'),
    deadRows: growth(whole, 'deadRows'),
    residentShare: leastResident(stretches),
    pressure: {
      cpuPercent: most(pressures.map(({ cpuPercent }) => cpuPercent)),
      load: most(pressures.map(({ load }) => load)),
    },
  }
}

export interface WholeStretch extends Stretch {
  readonly end: NonNullable<Stretch['end']>
}

export const isWhole = (stretch: Stretch): stretch is WholeStretch => stretch.end !== null

/** Counted by the cluster: two databases of it see the same ones. */
function checkpointsIn(stretches: readonly WholeStretch[]): number | null {
  const sums = new Map<string, number>()
  for (const { start, end } of stretches) {
    if (start.checkpoints === null || end.checkpoints === null) return null
    const { database } = start
    sums.set(database, (sums.get(database) ?? 0) + Math.max(0, end.checkpoints - start.checkpoints))
  }
  return most([...sums.values()])
}

/** A table that shrank (vacuumed, or its counts reset) does not make up for another. */
function growth(stretches: readonly WholeStretch[], field: 'writtenRows' | 'deadRows'): number {
  const grown = stretches.flatMap(({ start, end }) =>
    end.tables.map((table) => table[field] - (tableOf(start, table)?.[field] ?? 0)),
  )
  return grown.reduce((total, rows) => total + Math.max(0, rows), 0)
}

/** The same table in another reading. */
export const tableOf = ({ tables }: DatabaseState, { table }: TableState): TableState | undefined =>
  tables.find((one) => one.table === table)

function leastResident(stretches: readonly Stretch[]): number | null {
  const readings = stretches.flatMap(({ start, end }) => (end === null ? [start] : [start, end]))
  const shares = readings.flatMap(({ tables }) => residentShare(tables) ?? [])
  return shares.length === 0 ? null : Math.min(...shares)
}

function residentShare(tables: readonly TableState[]): number | null {
  let [pages, resident] = [0, 0]
  for (const table of tables) {
    if (table.residentPages === null) return null
    pages += table.pages
    resident += table.residentPages
  }
  return pages === 0 ? null : Math.min(1, resident / pages)
}

const most = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : Math.max(...known)
}
