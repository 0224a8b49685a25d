// The pages that rows need, by how wide they are, against the pages they have. An estimate: widths are means, and a B-tree
// that stores equal keys once needs fewer pages than this says, so that its bloat is told too small, never too large.
import type { Bloat } from '../../model/inspection.js'
import type { ColumnLayout, Layout } from '../../model/inspection-facts.js'

/** Of the formats that PostgreSQL 13 to 18 share. */
const PAGE_HEADER_BYTES = 24
const LINE_POINTER_BYTES = 4
const HEAP_HEADER_BYTES = 23
const INDEX_HEADER_BYTES = 8
const BTREE_PAGE_END_BYTES = 16
/** Values up to this length have no alignment. */
const SHORT_VALUE_BYTES = 126
const MAXIMUM_ALIGN_BYTES = 8
/** One inner page to so many leaves, and a page about the tree. */
const LEAVES_PER_INNER_PAGE = 200

/** Null without the statistics that it needs. */
export function estimateBloat(layout: Layout, blockBytes: number): Bloat | null {
  const { columns, rows, pages, fillfactor, kind } = layout
  if (columns === null || columns.length === 0 || pages === 0) return null
  const rowBytes = LINE_POINTER_BYTES + (kind === 'table' ? heapRowBytes(columns) : indexRowBytes(columns))
  const page = blockBytes - PAGE_HEADER_BYTES - (kind === 'index' ? BTREE_PAGE_END_BYTES : 0)
  const rowsPerPage = Math.max(1, Math.floor((page * fillfactor) / 100 / rowBytes))
  const full = Math.ceil(rows / rowsPerPage)
  const needed = kind === 'table' ? full : full + Math.ceil(full / LEAVES_PER_INNER_PAGE) + 1
  const free = Math.max(0, pages - needed)
  return { source: 'estimate', freeBytes: free * blockBytes, share: free / pages }
}

function heapRowBytes(columns: readonly ColumnLayout[]): number {
  const nullBitmapBytes = hasNulls(columns) ? Math.ceil(columns.length / 8) : 0
  return aligned(aligned(HEAP_HEADER_BYTES + nullBitmapBytes, MAXIMUM_ALIGN_BYTES) + valueBytes(columns))
}

function indexRowBytes(columns: readonly ColumnLayout[]): number {
  const nullBitmapBytes = hasNulls(columns) ? 4 : 0
  return aligned(aligned(INDEX_HEADER_BYTES + nullBitmapBytes, MAXIMUM_ALIGN_BYTES) + valueBytes(columns))
}

const hasNulls = (columns: readonly ColumnLayout[]): boolean => columns.some(({ nullShare }) => nullShare > 0)

/** A value that is NULL in some rows takes its share of room in the mean row. */
function valueBytes(columns: readonly ColumnLayout[]): number {
  let end = 0
  for (const { fixedBytes, alignBytes, meanBytes, nullShare } of columns) {
    const unaligned = fixedBytes === null && meanBytes <= SHORT_VALUE_BYTES
    const start = unaligned || nullShare > 0 ? end : aligned(end, alignBytes)
    end = start + (fixedBytes ?? meanBytes) * (1 - nullShare)
  }
  return end
}

const aligned = (bytes: number, to: number = MAXIMUM_ALIGN_BYTES): number => Math.ceil(bytes / to) * to
