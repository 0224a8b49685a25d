// What a candidate will probably take, from those that were tried: enough to tell what fits no more.
import type { IndexBuild } from '../../model/vectors/vector-index.js'
import type { ApproximateIndex } from './index-operators.js'

export interface Tried {
  readonly candidate: ApproximateIndex
  readonly everyNth: number
  readonly durationMs: number
  /** Null where building failed. */
  readonly build: Pick<IndexBuild, 'builds'> | null
}

/**
 * Building and tuning, milliseconds, null without a try of its kind: from the last one on so many rows, else from the last of
 * the same candidate, else of any. An index that no more fits into memory is slower than samples let expect.
 */
export function estimateMs(
  candidate: ApproximateIndex,
  everyNth: number,
  tried: readonly Tried[],
): number | null {
  const ofKind = tried.filter((trial) => trial.candidate.kind === candidate.kind)
  const like =
    ofKind.findLast((trial) => trial.everyNth === everyNth) ??
    ofKind.findLast((trial) => trial.candidate === candidate) ??
    ofKind.at(-1)
  if (like === undefined) return null
  const buildMs = like.build?.builds[0]?.durationMs ?? like.durationMs
  const times = (buildWork(candidate) * like.everyNth) / (buildWork(like.candidate) * everyNth)
  // Tuning asks the same queries however many rows there are.
  return buildMs * times + (like.durationMs - buildMs)
}

/** Of building, for a row: an IVFFlat build compares it with every list, an HNSW build with those it meets on its way. */
export const buildWork = (index: ApproximateIndex): number =>
  index.kind === 'ivfflat' ? ITS_OWN + index.lists : index.efConstruction * Math.sqrt(index.m)

/** In lists: reading and writing a row. */
const ITS_OWN = 100

const PER_DIMENSION = { vector: 4, halfvec: 2, bit: 1 / 8 } as const
/** Headers of the tuple and of the vector. */
const PER_ROW = 40
/** A row of HNSW has 2m neighbours on the lowest level, six bytes each. */
const PER_LINK = 12
const PAGE = 8192
const USABLE = 8150

/** Bytes on disk: pages hold whole rows, and what is left of them stays empty. */
export function estimateBytes(index: ApproximateIndex, rows: number, dimensions: number): number {
  const links = index.kind === 'hnsw' ? PER_LINK * index.m : 0
  const rowBytes = PER_ROW + links + dimensions * PER_DIMENSION[index.representation]
  const pages = rows / Math.max(1, Math.floor(USABLE / rowBytes))
  return PAGE * (pages + (index.kind === 'ivfflat' ? index.lists : 0))
}
