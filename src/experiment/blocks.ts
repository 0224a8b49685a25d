// Queries that are measured together, and how far an interrupted run came with them.
import type { RoundEnd, StoppedBy } from '../model/evidence.js'
import type { MeasuredQuery } from '../measure/measured-query.js'

export interface Block {
  readonly name: string
  readonly queries: readonly MeasuredQuery[]
  /** Share of the whole budget after which the block must be over. */
  readonly endsAt: number
}

/** Reads get their share of the time; what they leave over goes to the writes. */
export function blocksOf(queries: readonly MeasuredQuery[]): readonly Block[] {
  const reads = queries.filter(({ writes }) => !writes)
  const writes = queries.filter((query) => query.writes)
  return [
    { name: 'reads', queries: reads, endsAt: reads.length / queries.length },
    { name: 'writes', queries: writes, endsAt: 1 },
  ].filter((block) => block.queries.length > 0)
}

export interface Done {
  readonly firstRound: number
  readonly settled: readonly string[]
  /** Why the block ended; null where there is still something to measure. */
  readonly ended: StoppedBy | null
}

/** What the finished rounds say of a block. It is over when a later one has begun. */
export function doneBefore(
  { name, queries }: Block,
  rounds: readonly RoundEnd[],
  looks: readonly number[],
): Done {
  const last = rounds.findLast(({ block }) => block === name)
  if (last === undefined) return { firstRound: 1, settled: [], ended: null }
  const { round, settled } = last
  const allSettled = queries.every((query) => settled.includes(query.name))
  const left = round >= Math.max(...looks) ? 'rounds' : 'budget'
  const isOver = allSettled || left === 'rounds' || rounds.at(-1)?.block !== name
  return { firstRound: round + 1, settled, ended: isOver ? (allSettled ? 'settled' : left) : null }
}
