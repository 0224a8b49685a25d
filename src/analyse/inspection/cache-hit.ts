// How much of what was asked for was in shared buffers.
import type { CacheHit } from '../../model/inspection.js'

export const cacheHit = (hits: number, reads: number): CacheHit => ({
  requests: hits + reads,
  share: hits + reads === 0 ? null : hits / (hits + reads),
})

interface Counted {
  readonly hits: number
  readonly reads: number
}

export const cacheHitOf = (counted: readonly Counted[]): CacheHit =>
  cacheHit(
    counted.reduce((sum, { hits }) => sum + hits, 0),
    counted.reduce((sum, { reads }) => sum + reads, 0),
  )
