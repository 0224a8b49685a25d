// What a build needs of maintenance_work_mem, by pgvector's own arithmetic.
import type { Representation, VectorIndex } from '../../model/vectors/vector-index.js'

type IvfflatIndex = Extract<VectorIndex, { readonly kind: 'ivfflat' }>
type HnswIndex = Extract<VectorIndex, { readonly kind: 'hnsw' }>

/** Of a vector as the index keeps it, per dimension. */
const COMPONENT_BYTES: Readonly<Record<Representation, number>> = { vector: 4, halfvec: 2, bit: 1 / 8 }
const HEADER_BYTES = 8

/** K-means looks at so many rows: 50 a list, and no fewer than 10,000. */
const SAMPLES_PER_LIST = 50
const LEAST_SAMPLES = 10_000

/**
 * K-means (pgvector 0.8, Elkan's algorithm): samples, centres twice, sums of the centres, a lower bound for each sample and
 * list, distances between all lists, an upper bound and the nearest list of each sample. Less, and CREATE INDEX fails.
 */
export function kMeansBytes(
  { lists, representation }: IvfflatIndex,
  rows: number,
  dimensions: number,
): number {
  const samples = Math.max(LEAST_SAMPLES, SAMPLES_PER_LIST * lists)
  const itemBytes = COMPONENT_BYTES[representation] * dimensions + HEADER_BYTES
  return (
    samples * itemBytes +
    2 * lists * itemBytes +
    4 * lists * dimensions +
    4 * Math.min(samples, rows) * lists +
    4 * lists * lists +
    8 * samples
  )
}

/** The most lists that so much memory builds; 0 where it builds none. */
export function mostLists(
  index: IvfflatIndex,
  rows: number,
  dimensions: number,
  memoryBytes: number,
): number {
  let [fits, fails] = [0, index.lists + 1]
  while (fails - fits > 1) {
    const lists = Math.floor((fits + fails) / 2)
    if (kMeansBytes({ ...index, lists }, rows, dimensions) <= memoryBytes) fits = lists
    else fails = lists
  }
  return fits
}

/** Measured: neighbours of a row in 32 bytes each of m, and 240 bytes whatever the settings. */
const LINK_BYTES = 32
const ELEMENT_BYTES = 240

/** The graph while it is built. What does not fit is built on disk, in more than twice the time. */
export const graphBytes = ({ m, representation }: HnswIndex, rows: number, dimensions: number): number =>
  rows * (COMPONENT_BYTES[representation] * dimensions + LINK_BYTES * m + ELEMENT_BYTES)
