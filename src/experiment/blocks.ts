// Comparisons that are measured together, and how far an interrupted run came with them.
import { comparisonKey, pairKind, type Comparison, type PairKind } from '../model/comparison.js'
import type { RoundEnd, StoppedBy } from '../model/evidence.js'
import type { QueryFacts } from '../model/facts.js'

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
}

/** Each block gets its share of the time; what it leaves over goes to the next. */
export function blocksOf(
  comparisons: readonly Comparison[],
  queries: readonly Pick<QueryFacts, 'name' | 'writes'>[],
): readonly Block[] {
  const writing = new Set(queries.filter(({ writes }) => writes).map(({ name }) => name))
  const weights = comparisons.map(({ pair }) => WEIGHTS[pairKind(pair)])
  const total = sum(weights)
  let before = 0
  return BLOCKS.flatMap(({ name, has }) => {
    const members = comparisons.filter(({ query, pair }) => has(pairKind(pair), writing.has(query)))
    if (members.length === 0) return []
    before += sum(members.map(({ pair }) => WEIGHTS[pairKind(pair)]))
    return [{ name, comparisons: members, endsAt: before / total }]
  })
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
