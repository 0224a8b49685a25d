// Two plans side by side: which node of one is which of the other. By the edit distance of ordered trees (Tai, 1979),
// in the plain form of a memoised recursion over the forests that remain: plans are small.
import { at } from '../../model/at.js'
import { isJoin, isScan, isSort } from './node-kinds.js'
import type { PlanEntry } from './plan-entries.js'

/** A node of both plans, or of one alone. */
export interface AlignedEntry {
  readonly before: PlanEntry | null
  readonly after: PlanEntry | null
}

/** From top to bottom, each plan in its own order. Plans of hundreds of nodes stand one under the other. */
export function alignPlans(
  before: readonly PlanEntry[],
  after: readonly PlanEntry[],
): readonly AlignedEntry[] {
  if (isSameTree(before, after)) return before.map((entry, i) => ({ before: entry, after: at(after, i) }))
  if (before.length * after.length > LARGEST) return [...before.map(removed), ...after.map(added)]
  return trace(before, after)
}

/** The work grows with the square of this product at worst: some hundredths of a second. */
const LARGEST = 2500

const isSameTree = (before: readonly PlanEntry[], after: readonly PlanEntry[]): boolean =>
  before.length === after.length &&
  before.every(({ text, level }, i) => text === after[i]?.text && level === after[i]?.level)

const removed = (entry: PlanEntry): AlignedEntry => ({ before: entry, after: null })
const added = (entry: PlanEntry): AlignedEntry => ({ before: null, after: entry })

const ONE_SIDED_COST = 1
/** Less than to remove one node and add the other. */
const CHANGED_COST = 1

/** A forest is the entries from `i` until `end`; taking its first node away leaves a forest again. */
interface Step {
  readonly cost: number
  readonly move: 'remove' | 'add' | 'match' | 'end'
}

function trace(before: readonly PlanEntry[], after: readonly PlanEntry[]): readonly AlignedEntry[] {
  const step = memoisedSteps(before, after)
  const aligned: AlignedEntry[] = []
  const walk = (i: number, iEnd: number, j: number, jEnd: number): void => {
    const { move } = step(i, iEnd, j, jEnd)
    if (move === 'remove') {
      aligned.push(removed(at(before, i)))
      walk(i + 1, iEnd, j, jEnd)
    } else if (move === 'add') {
      aligned.push(added(at(after, j)))
      walk(i, iEnd, j + 1, jEnd)
    } else if (move === 'match') {
      const [left, right] = [at(before, i), at(after, j)]
      aligned.push({ before: left, after: right })
      walk(i + 1, i + left.size, j + 1, j + right.size)
      walk(i + left.size, iEnd, j + right.size, jEnd)
    }
  }
  walk(0, before.length, 0, after.length)
  return aligned
}

type StepOf = (i: number, iEnd: number, j: number, jEnd: number) => Step

function memoisedSteps(before: readonly PlanEntry[], after: readonly PlanEntry[]): StepOf {
  const [rows, columns] = [before.length + 1, after.length + 1]
  const known = new Map<number, Step>()
  const step: StepOf = (i, iEnd, j, jEnd) => {
    const key = ((i * rows + iEnd) * columns + j) * columns + jEnd
    const found = known.get(key)
    if (found !== undefined) return found
    const made = cheapest(i, iEnd, j, jEnd)
    known.set(key, made)
    return made
  }
  const cheapest: StepOf = (i, iEnd, j, jEnd) => {
    if (i === iEnd && j === jEnd) return { cost: 0, move: 'end' }
    const remove = (): Step => ({ cost: ONE_SIDED_COST + step(i + 1, iEnd, j, jEnd).cost, move: 'remove' })
    const add = (): Step => ({ cost: ONE_SIDED_COST + step(i, iEnd, j + 1, jEnd).cost, move: 'add' })
    if (j === jEnd) return remove()
    if (i === iEnd) return add()
    const [left, right] = [at(before, i), at(after, j)]
    const below = (): number => step(i + 1, i + left.size, j + 1, j + right.size).cost
    const beside = (): number => step(i + left.size, iEnd, j + right.size, jEnd).cost
    const pair = pairCost(left, right)
    const match: Step = { cost: pair === Infinity ? pair : pair + below() + beside(), move: 'match' }
    return [match, remove(), add()].reduce((best, other) => (other.cost < best.cost ? other : best))
  }
  return step
}

/** Nodes that do the same for the same table are one node that changed; others have nothing to do with each other. */
function pairCost(before: PlanEntry, after: PlanEntry): number {
  if (before.text === after.text && relationOf(before) === relationOf(after)) return 0
  const [left, right] = [before.node, after.node]
  const sameKind =
    (isScan(left) && isScan(right) && relationOf(before) === relationOf(after)) ||
    (isJoin(left) && isJoin(right)) ||
    (isSort(left) && isSort(right)) ||
    (left['Node Type'] === 'Bitmap Index Scan' && right['Node Type'] === 'Bitmap Index Scan')
  return sameKind ? CHANGED_COST : Infinity
}

const relationOf = ({ node }: PlanEntry): string | undefined => node.Alias ?? node['Relation Name']
