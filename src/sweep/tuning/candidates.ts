// Which indexes are worth a look. Where to start is pgvector's advice and what went beyond it in measurements; a grid is
// everything that was asked for.
import type { Metric, Representation } from '../../model/vectors/vector-index.js'
import type { ApproximateIndex } from '../indexes/index-operators.js'

export interface Searched {
  readonly rows: number
  readonly dimensions: number
  readonly metric: Metric
}

/** pgvector's limits of what an index holds. */
const MOST_DIMENSIONS: Readonly<Record<Representation, number>> = { vector: 2000, halfvec: 4000, bit: 64_000 }
const MOST_LISTS = 32_768
/** Fewer, and the lists are too small to say anything of their cluster. */
const LEAST_ROWS_A_LIST = 10
/** Below that bit vectors forget too much: in 100 dimensions they reached a recall of 0.67. */
const LEAST_BIT_DIMENSIONS = 768

const M = [8, 16, 32]
const EF_CONSTRUCTION = [64, 128, 256]

/** More lists read a smaller share of the rows at equal recall, and build longer. */
const LISTS: readonly ((rows: number) => number)[] = [
  (rows) => rows / 1000,
  (rows) => rows / 200,
  (rows) => Math.sqrt(rows),
  (rows) => 2 * Math.sqrt(rows),
  (rows) => 4 * Math.sqrt(rows),
]

/** Of whole vectors, or of halved ones where whole ones have too many dimensions; cheapest to build first. */
export function startCandidates({ rows, dimensions, metric }: Searched): readonly ApproximateIndex[] {
  const representation = dimensions <= MOST_DIMENSIONS.vector ? 'vector' : 'halfvec'
  if (dimensions > MOST_DIMENSIONS[representation]) return bitCandidates(dimensions, metric)
  const indexed = { representation, metric } as const
  return [
    ...listCounts(rows).map((lists) => ({ kind: 'ivfflat', ...indexed, lists }) as const),
    ...graphSettings().map((settings) => ({ kind: 'hnsw', ...indexed, ...settings }) as const),
  ]
}

/** The same index of less: halfvec first, bit only in high dimensions. */
export function quantisedOf(best: ApproximateIndex, dimensions: number): readonly ApproximateIndex[] {
  const isBitWorthALook =
    best.kind === 'hnsw' && best.representation !== 'bit' && dimensions >= LEAST_BIT_DIMENSIONS
  return [
    ...(best.representation === 'vector' ? [{ ...best, representation: 'halfvec' } as const] : []),
    ...(isBitWorthALook ? [{ ...best, representation: 'bit' } as const] : []),
  ]
}

export interface Grid {
  readonly lists: readonly number[]
  readonly m: readonly number[]
  readonly efConstruction: readonly number[]
  readonly representations: readonly Representation[]
}

/** Every combination that can be built: pgvector refuses ef_construction below 2m. */
export function gridCandidates(grid: Grid, metric: Metric): readonly ApproximateIndex[] {
  return grid.representations.flatMap((representation) => [
    ...grid.lists.map((lists) => ({ kind: 'ivfflat', representation, metric, lists }) as const),
    ...combine(grid.m, grid.efConstruction).map(
      (settings) => ({ kind: 'hnsw', representation, metric, ...settings }) as const,
    ),
  ])
}

function listCounts(rows: number): readonly number[] {
  const most = Math.min(MOST_LISTS, Math.max(1, Math.floor(rows / LEAST_ROWS_A_LIST)))
  const counts = LISTS.map((rule) => Math.max(1, Math.min(most, Math.round(rule(rows)))))
  return [...new Set(counts)].sort((a, b) => a - b)
}

const bitCandidates = (dimensions: number, metric: Metric): readonly ApproximateIndex[] =>
  dimensions > MOST_DIMENSIONS.bit
    ? []
    : graphSettings().map((settings) => ({ kind: 'hnsw', representation: 'bit', metric, ...settings }))

const graphSettings = (): readonly GraphSettings[] => combine(M, EF_CONSTRUCTION)

interface GraphSettings {
  readonly m: number
  readonly efConstruction: number
}

/** By the work of building: each row meets ef_construction others, and keeps more of them the larger m is. */
function combine(m: readonly number[], efConstruction: readonly number[]): readonly GraphSettings[] {
  return m
    .flatMap((links) => efConstruction.map((width) => ({ m: links, efConstruction: width })))
    .filter((settings) => settings.efConstruction >= 2 * settings.m)
    .sort((a, b) => workOf(a) - workOf(b))
}

const workOf = ({ m, efConstruction }: GraphSettings): number => efConstruction * m
