// What a build needs of maintenance_work_mem, by pgvector's own arithmetic.
import type { Representation, VectorIndex } from '../../model/vectors/vector-index.js'
import { isBefore } from './version-order.js'

type IvfflatIndex = Extract<VectorIndex, { readonly kind: 'ivfflat' }>
type HnswIndex = Extract<VectorIndex, { readonly kind: 'hnsw' }>

/** Of a vector as the index keeps it, per dimension. */
const COMPONENT_BYTES: Readonly<Record<Representation, number>> = { vector: 4, halfvec: 2, bit: 1 / 8 }
const HEADER_BYTES = 8

/** What the memory of k-means depends on, beside the index. */
export interface KMeansFacts {
  /** Of the table. */
  readonly rows: number
  readonly dimensions: number
  /** As extversion has it: 0.8.0 */
  readonly pgvector: string
}

/**
 * K-means (pgvector 0.8, Elkan's algorithm): samples, centres twice, sums of the centres, a lower bound for each sample and
 * list, distances between all lists, an upper bound and the nearest list of each sample. Less, and CREATE INDEX fails.
 */
export function kMeansBytes({ lists, representation }: IvfflatIndex, facts: KMeansFacts): number {
  const { rows, dimensions } = facts
  const samples = sampleRoom(lists, facts)
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

/** K-means makes room for so many rows: 50 a list, and no fewer than 10,000. */
const SAMPLES_PER_LIST = 50
const LEAST_SAMPLES = 10_000
/** From this version on for no more than the pages could hold, if rows were as small as can be (MaxHeapTuplesPerPage). */
const ROOM_BY_PAGES = '0.8.5'
const MOST_ROWS_A_PAGE = 291

function sampleRoom(lists: number, facts: KMeansFacts): number {
  const wanted = Math.max(LEAST_SAMPLES, SAMPLES_PER_LIST * lists)
  if (isBefore(facts.pgvector, ROOM_BY_PAGES)) return wanted
  return Math.max(1, Math.min(wanted, MOST_ROWS_A_PAGE * heapPages(facts)))
}

const PAGE = 8192
const PAGE_HEADER = 24
const LINE_POINTER = 4
/** Header of the tuple, id, tenant and category. */
const BESIDE_VECTOR = 40
/** PostgreSQL's alignment: a tuple takes a multiple of it. */
const ALIGNED = 8
/** A longer row keeps its vector elsewhere, and a pointer of so many bytes in its place. */
const TOAST_THRESHOLD = 2032
const TOAST_POINTER = 18

/** Of the table that a sweep searches, before it is there: pages hold whole rows. */
function heapPages({ rows, dimensions }: KMeansFacts): number {
  const whole = BESIDE_VECTOR + COMPONENT_BYTES.vector * dimensions + HEADER_BYTES
  const kept = whole <= TOAST_THRESHOLD ? whole : BESIDE_VECTOR + TOAST_POINTER
  const rowBytes = Math.ceil(kept / ALIGNED) * ALIGNED + LINE_POINTER
  return Math.ceil(rows / Math.floor((PAGE - PAGE_HEADER) / rowBytes))
}

/** The most lists that so much memory builds; 0 where it builds none. */
export function mostLists(index: IvfflatIndex, facts: KMeansFacts, memoryBytes: number): number {
  let [fits, fails] = [0, index.lists + 1]
  while (fails - fits > 1) {
    const lists = Math.floor((fits + fails) / 2)
    if (kMeansBytes({ ...index, lists }, facts) <= memoryBytes) fits = lists
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
