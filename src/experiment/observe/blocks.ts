// Comparisons that are measured together, and how far an interrupted run came with them.
import { comparisonKey, pairKind, type Comparison, type PairKind } from '../../model/comparison.js'
import type { RoundEnd, StoppedBy } from '../../model/evidence.js'
import type { QueryFacts } from '../../model/facts.js'

export interface Block {
  readonly name: string
  readonly comparisons: readonly Comparison[]
  /** Share of the whole budget after which the block must be over. */
  readonly endsAt: number
}

/** What a comparison may take of the budget against a main one: what looks closer must not starve the verdicts. */
const WEIGHTS: Readonly<Record<PairKind, number>> = {
  main: 1,
  control: 0,
  policy: 0.5,
  generic: 0.5,
  without: 0.5,
  subset: 0.5,
}

/** Comparisons with an index left out that are measured together: few enough that the rounds of each batch suffice. */
const BATCH = 16

/**
 * Each block gets its share of the time; what it leaves over goes to the next. However many indexes are left out one by
 * one, they get no more together than the verdicts do; and a share is left for the subset that they lead to.
 */
export function blocksOf(
  comparisons: readonly Comparison[],
  queries: readonly Pick<QueryFacts, 'name' | 'writes'>[],
): readonly Block[] {
  const writing = new Set(queries.filter(({ writes }) => writes).map(({ name }) => name))
  const weightOf = weighing(comparisons)
  const subset = WEIGHTS.subset * subsetQueries(comparisons).size
  const total = sum(comparisons.map(weightOf)) + subset
  let before = 0
  return BLOCKS.flatMap(({ name, has }) => {
    const members = comparisons.filter(({ query, pair }) => has(pairKind(pair), writing.has(query)))
    return inBatches(members).map((batch, i) => {
      before += sum(batch.map(weightOf))
      return { name: i === 0 ? name : `${name} ${i + 1}`, comparisons: batch, endsAt: before / total }
    })
  })
}

function weighing(comparisons: readonly Comparison[]): (comparison: Comparison) => number {
  const count = (kind: PairKind): number => comparisons.filter(({ pair }) => pairKind(pair) === kind).length
  const without = Math.min(WEIGHTS.without, count('main') / Math.max(1, count('without')))
  return ({ pair }) => (pairKind(pair) === 'without' ? without : WEIGHTS[pairKind(pair)])
}

const subsetQueries = (comparisons: readonly Comparison[]): ReadonlySet<string> =>
  new Set(comparisons.filter(({ pair }) => pairKind(pair) === 'without').map(({ query }) => query))

function inBatches(members: readonly Comparison[]): readonly (readonly Comparison[])[] {
  if (!members.some(({ pair }) => pairKind(pair) === 'without')) return members.length === 0 ? [] : [members]
  const batches = Math.ceil(members.length / BATCH)
  return Array.from({ length: batches }, (_, i) => members.slice(i * BATCH, (i + 1) * BATCH))
}

/** In the order they run. A write, though rolled back, clears visibility bits that reads would then pay for. */
const BLOCKS: readonly { name: string; has: (kind: PairKind, writes: boolean) => boolean }[] = [
  { name: 'reads', has: (kind, writes) => isVerdict(kind) && !writes },
  { name: 'modes', has: (kind, writes) => (kind === 'policy' || kind === 'generic') && !writes },
  { name: 'indexes', has: (kind, writes) => kind === 'without' && !writes },
  { name: 'writes', has: (kind, writes) => isVerdict(kind) && writes },
  { name: 'indexes of writes', has: (kind, writes) => !isVerdict(kind) && writes },
]

const isVerdict = (kind: PairKind): boolean => kind === 'main' || kind === 'control'

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

export interface Done {
  readonly firstRound: number
  readonly settled: readonly string[]
  /** Why the block ended; null where there is still something to measure. */
  readonly ended: StoppedBy | null
}

/** What the finished rounds say of a block. It is over when a later one has begun. */
export function doneBefore(
  { name, comparisons }: Block,
  rounds: readonly RoundEnd[],
  looks: readonly number[],
): Done {
  const last = rounds.findLast(({ block }) => block === name)
  if (last === undefined) return { firstRound: 1, settled: [], ended: null }
  const { round, settled } = last
  const allSettled = comparisons
    .filter(({ pair }) => pair !== 'control')
    .every((comparison) => settled.includes(comparisonKey(comparison)))
  const left = round >= Math.max(...looks) ? 'rounds' : 'budget'
  const isOver = allSettled || left === 'rounds' || rounds.at(-1)?.block !== name
  return { firstRound: round + 1, settled, ended: isOver ? (allSettled ? 'settled' : left) : null }
}
