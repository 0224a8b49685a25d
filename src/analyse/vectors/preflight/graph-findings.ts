// HNSW: whether the graph fits into memory while it is built.
import type { VectorIndex } from '../../../model/vectors/vector-index.js'
import { graphBytes } from '../build-memory.js'
import { megabytes, type Finding, type PreflightFacts } from './finding.js'

/** Measured: so many times as long once the graph no longer fits. */
const SLOWER = 2.2

export function graphFindings(
  index: Extract<VectorIndex, { readonly kind: 'hnsw' }>,
  { rows, dimensions, maintenanceWorkMemBytes: memoryBytes, parallelWorkers }: PreflightFacts,
): readonly Finding[] {
  const neededBytes = graphBytes(index, rows, dimensions)
  if (neededBytes <= memoryBytes) return []
  const fittingRows = Math.floor((rows * memoryBytes) / neededBytes)
  const shared =
    parallelWorkers === 0 ? '' : '; parallel builders share it (in Docker: --shm-size of as much)'
  return [
    {
      severity: 'warning',
      text: `The graph takes about ${megabytes(neededBytes)}, and maintenance_work_mem is ${Math.floor(memoryBytes / 2 ** 20)} MB: it is full after ${fittingRows.toLocaleString('en')} rows, and the build takes about ${SLOWER} times as long.`,
      advice: `SET maintenance_work_mem = '${megabytes(neededBytes).replace(' ', '')}'${shared}`,
    },
  ]
}
