import { describe, expect, it } from 'vitest'
import { estimateBytes, estimateMs } from '../../../../src/sweep/indexes/build-estimates.js'
import type { ApproximateIndex } from '../../../../src/sweep/indexes/index-operators.js'

const ivfflat = (lists: number): ApproximateIndex => ({
  kind: 'ivfflat',
  representation: 'vector',
  metric: 'cosine',
  lists,
})
const hnsw = (m: number, efConstruction: number): ApproximateIndex => ({
  kind: 'hnsw',
  representation: 'vector',
  metric: 'cosine',
  m,
  efConstruction,
})

describe('what a candidate will take', () => {
  it('is not known before one of its kind was tried', () => {
    expect(estimateMs(hnsw(16, 64), 1, [])).toBeNull()
    expect(
      estimateMs(hnsw(16, 64), 1, [{ candidate: ivfflat(10), everyNth: 1, durationMs: 5, build: null }]),
    ).toBeNull()
  })

  it('comes from its own try on fewer rows, where there was one', () => {
    const own = hnsw(16, 64)
    const tried = [
      { candidate: own, everyNth: 4, durationMs: 100, build: null },
      { candidate: hnsw(32, 256), everyNth: 4, durationMs: 9000, build: null },
    ]
    expect(estimateMs(own, 1, tried)).toBe(400)
  })

  it('grows with the rows for building, not for tuning', () => {
    const own = hnsw(16, 64)
    const build = { builds: [{ durationMs: 30, sizeBytes: 1 }] }
    expect(estimateMs(own, 1, [{ candidate: own, everyNth: 16, durationMs: 100, build }])).toBe(16 * 30 + 70)
  })

  it('else from the last of its kind, by the work that it is', () => {
    const tried = [{ candidate: ivfflat(100), everyNth: 1, durationMs: 100, build: null }]
    expect(estimateMs(ivfflat(300), 1, tried)).toBe(200)
  })

  it('on disk grows with the page that a long vector does not fill', () => {
    const bytesOfRow = (index: ApproximateIndex, dimensions: number): number =>
      estimateBytes(index, 1_000_000, dimensions) / 1_000_000
    expect(bytesOfRow(hnsw(16, 64), 384)).toBeCloseTo(8192 / 4, 0)
    expect(bytesOfRow(hnsw(16, 64), 1024)).toBe(8192)
    expect(bytesOfRow({ ...hnsw(16, 64), representation: 'halfvec' }, 384)).toBeLessThan(1200)
  })
})
