// The compiled kernel and its memory: queries, a block of rows, and the products of the two.
import { KERNEL_BYTES } from './kernel-bytes.js'

/** Vectors that the kernel takes at once: its tile. */
const QUERY_TILE = 4
const ROW_TILE = 3
/** Components in one register. */
const LANES = 4
/** What of the rows stays near the processor while all queries pass over it. */
const BLOCK_BYTES = 192 * 1024
const PAGE_BYTES = 65_536

/** The part of the WebAssembly interface that is used here: its types come with the DOM's, which a tool in Node has not. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object
  readonly Memory: new (size: { initial: number }) => { readonly buffer: ArrayBuffer }
  readonly Instance: new (module: object, imports: object) => { readonly exports: object }
}

interface KernelExports {
  innerProducts(
    queries: number,
    queryCount: number,
    rows: number,
    rowCount: number,
    stride: number,
    products: number,
  ): void
}

export interface Kernel {
  readonly blockRows: number
  setQuery(place: number, query: Float32Array): void
  setRow(place: number, row: Float32Array): void
  /** Inner products of the first queries and rows: query after query, `blockRows` for each. */
  multiply(queryCount: number): Float32Array
}

const roundUp = (count: number, multiple: number): number => Math.ceil(count / multiple) * multiple

/** Components as the kernel keeps them: filled up with zeros. */
export const paddedDimensions = (dimensions: number): number => roundUp(dimensions, LANES)

let compiled: object | undefined

/** Throws WebAssembly.CompileError where the processor has no SIMD. */
export function openKernel(dimensions: number, queryLimit: number): Kernel {
  const floats = paddedDimensions(dimensions)
  const stride = floats * Float32Array.BYTES_PER_ELEMENT
  const queryCapacity = roundUp(queryLimit, QUERY_TILE)
  const blockRows = Math.max(1, Math.floor(BLOCK_BYTES / stride / ROW_TILE)) * ROW_TILE
  const rowsAt = queryCapacity * stride
  const productsAt = rowsAt + blockRows * stride
  const bytes = productsAt + queryCapacity * blockRows * Float32Array.BYTES_PER_ELEMENT
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE_BYTES) })
  compiled ??= new WebAssembly.Module(Buffer.from(KERNEL_BYTES, 'base64'))
  const { exports } = new WebAssembly.Instance(compiled, { host: { memory } })
  const { innerProducts } = exports as KernelExports
  const queries = new Float32Array(memory.buffer, 0, queryCapacity * floats)
  const rows = new Float32Array(memory.buffer, rowsAt, blockRows * floats)
  const products = new Float32Array(memory.buffer, productsAt, queryCapacity * blockRows)
  return {
    blockRows,
    setQuery: (place, query) => queries.set(query, place * floats),
    setRow: (place, row) => rows.set(row, place * floats),
    multiply: (queryCount) => {
      innerProducts(0, roundUp(queryCount, QUERY_TILE), rowsAt, blockRows, stride, productsAt)
      return products
    },
  }
}
