// What happened to a database between two readings, as far as it voids what was measured in between.
import { at } from '../../model/at.js'
import type { StateReading } from '../../model/evidence.js'
import type { BlockState } from '../../model/result.js'
import type { TableState } from '../../model/state.js'
import { VOID } from '../judge/voidness.js'

type Failure = NonNullable<BlockState['failure']>

/** The gravest first; null where the state held. `migrated` are the migration's indexes, schema.name. */
export function compareStates(
  start: StateReading,
  end: StateReading,
  migrated: ReadonlySet<string>,
): Failure | null {
  const tables = pairTables(start, end)
  const found: readonly (readonly [string, readonly string[]])[] = [
    [VOID.index, lostIndexes(start, end, migrated)],
    [VOID.storage, rebuilt(tables)],
    [VOID.statistics, [...analysed(tables), ...underWay('ANALYZE', start, end), ...drifted(tables)]],
    [VOID.vacuum, [...vacuumed(tables), ...underWay('VACUUM', start, end)]],
  ]
  const [detail, happenings] = found.find(([, told]) => told.length > 0) ?? ['', []]
  if (happenings.length === 0) return null
  const whose = end.database === 'both' ? '' : ` (the database of the arm ${end.database})`
  const reason = `${happenings.join('; ')}, while the block "${end.block}" was measured${whose}`
  return { detail, reason }
}

interface TablePair {
  readonly name: string
  readonly start: TableState | undefined
  readonly end: TableState | undefined
}

function pairTables(start: StateReading, end: StateReading): readonly TablePair[] {
  const names = new Set([...start.tables, ...end.tables].map(({ table }) => table))
  const find = ({ tables }: StateReading, name: string): TableState | undefined =>
    tables.find(({ table }) => table === name)
  return [...names].map((name) => ({ name, start: find(start, name), end: find(end, name) }))
}

/** An index that was proven valid when it was built, or was valid at the start. */
function lostIndexes(
  start: StateReading,
  end: StateReading,
  migrated: ReadonlySet<string>,
): readonly string[] {
  const ours = [...start.unusableIndexes, ...end.unusableIndexes].filter((name) => migrated.has(name))
  const others = end.unusableIndexes.filter((name) => !start.unusableIndexes.includes(name))
  const lost = [...new Set([...ours, ...others])]
  return lost.length === 0 ? [] : [`${listed('index', lost)} ${wasWere(lost)} not valid, or gone`]
}

/** VACUUM FULL, CLUSTER, REINDEX, CREATE INDEX, TRUNCATE, DROP: the files are not those they were. */
function rebuilt(tables: readonly TablePair[]): readonly string[] {
  const names = changed(tables, 'storage')
  return names.length === 0
    ? []
    : [`${listed('table', names)}, or an index of it, was rebuilt, made or dropped`]
}

const analysed = (tables: readonly TablePair[]): readonly string[] => [
  ...ran('ANALYZE', changed(tables, 'analyzes')),
  ...ran('an automatic ANALYZE', changed(tables, 'autoanalyzes')),
]

const vacuumed = (tables: readonly TablePair[]): readonly string[] => [
  ...ran('VACUUM', changed(tables, 'vacuums')),
  ...ran('autovacuum', changed(tables, 'autovacuums')),
]

const ran = (command: string, names: readonly string[]): readonly string[] =>
  names.length === 0 ? [] : [`${command} ran on ${listed('table', names)}`]

/** Seen in the statistics alone: nothing counted an ANALYZE. A VACUUM changes some of them, too, and is told as such. */
function drifted(tables: readonly TablePair[]): readonly string[] {
  const counted = new Set(COUNTS.flatMap((count) => changed(tables, count)))
  const names = changed(tables, 'statistics').filter((name) => !counted.has(name))
  return names.length === 0 ? [] : [`the planner's statistics of ${listed('table', names)} changed`]
}

const COUNTS = ['analyzes', 'autoanalyzes', 'vacuums', 'autovacuums'] as const

function underWay(kind: 'VACUUM' | 'ANALYZE', start: StateReading, end: StateReading): readonly string[] {
  const names = [...start.maintenance, ...end.maintenance]
    .filter((one) => one.kind === kind)
    .map(({ table }) => table)
  return names.length === 0 ? [] : [`${kind} was under way on ${listed('table', [...new Set(names)])}`]
}

const changed = (tables: readonly TablePair[], field: keyof TableState): readonly string[] =>
  tables.filter(({ start, end }) => start?.[field] !== end?.[field]).map(({ name }) => name)

const LONGEST_LIST = 3

/** table messages; tables a, b, c and 4 more */
function listed(singular: 'table' | 'index', names: readonly string[]): string {
  const shown = names.slice(0, LONGEST_LIST).map((name) => name.replace(/^public\./, ''))
  if (names.length === 1) return `${singular} ${at(shown, 0)}`
  const rest = names.length > LONGEST_LIST ? ` and ${names.length - LONGEST_LIST} more` : ''
  return `${singular === 'table' ? 'tables' : 'indexes'} ${shown.join(', ')}${rest}`
}

const wasWere = (names: readonly string[]): string => (names.length === 1 ? 'was' : 'were')
