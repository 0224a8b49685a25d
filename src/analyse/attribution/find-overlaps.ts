// Indexes that do the work of others by their definitions alone: no measurement is needed to see it.
import type { Overlap } from '../../model/attribution.js'
import type { IndexShape } from '../../model/index-facts.js'

/** Each index at most once: a duplicate before a prefix. Of two duplicates it is the one that can better go. */
export function findOverlaps(shapes: readonly IndexShape[]): Overlap[] {
  const whole = shapes.filter(({ valid, partOf }) => valid && partOf === null)
  const alike = groupBy(whole, signature)
  const ofTable = groupBy(whole, ({ table }) => table)
  return whole.flatMap((shape) => {
    const twins = alike.get(signature(shape)) ?? []
    const twin = twins.find((other) => other !== shape && canStandFor(other, shape, twins))
    if (twin !== undefined) return [overlap('duplicate', shape, twin)]
    const longer = ofTable.get(shape.table)?.find((other) => isPrefix(shape, other))
    return longer === undefined ? [] : [overlap('prefix', shape, longer)]
  })
}

const overlap = (kind: Overlap['kind'], shape: IndexShape, of: IndexShape): Overlap => ({
  kind,
  index: shape.index,
  of: of.index,
  definition: shape.definition,
  ofDefinition: of.definition,
})

/** All that a query can tell: uniqueness is none of it. */
const signature = ({ table, method, predicate, parameters, keys, included }: IndexShape): string =>
  // How full a B-tree's pages are is no matter of what it can do; the lists of an ivfflat index are.
  JSON.stringify([table, method, predicate, method === 'btree' ? [] : parameters, keys, [...included].sort()])

/** What a constraint lives by stays, then what enforces uniqueness, then what was there first. */
function canStandFor(other: IndexShape, shape: IndexShape, byAge: readonly IndexShape[]): boolean {
  const rank = ({ constraint, unique }: IndexShape): number => (constraint !== null ? 2 : unique ? 1 : 0)
  const difference = rank(other) - rank(shape)
  return difference === 0 ? byAge.indexOf(other) < byAge.indexOf(shape) : difference > 0
}

/** A B-tree is searched by its first columns as well as by all of them, if it holds the same rows and no fewer columns. */
function isPrefix(shape: IndexShape, other: IndexShape): boolean {
  if (shape.method !== 'btree' || other.method !== 'btree') return false
  if (shape.unique || shape.constraint !== null || shape.predicate !== other.predicate) return false
  if (shape.keys.length + shape.included.length > other.keys.length + other.included.length) return false
  const begins = shape.keys.every((key, position) => other.keys[position] === key)
  if (!begins || signature(shape) === signature(other)) return false
  const columns = new Set([...other.keys.map(columnOf), ...other.included])
  return shape.included.every((column) => columns.has(column))
}

function groupBy<T>(values: readonly T[], keyOf: (value: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const value of values) {
    const group = groups.get(keyOf(value))
    if (group === undefined) groups.set(keyOf(value), [value])
    else group.push(value)
  }
  return groups
}

/** A key is a column or expression and its operator class, whose name is qualified and so the last with a dot. */
const columnOf = (key: string): string => key.replace(/ \S+\.\S+(?: .*)?$/, '')
