// A whole sweep on the embedded server: what it concludes, what it writes, what it leaves.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sweepResultSchema } from '../../../src/model/vectors/sweep-result.js'
import type { SweepGrid } from '../../../src/experiment/sweep/sweep-options.js'
import { runSweep } from '../../support/run-sweep.js'
import { temporaryFolder } from '../../support/temporary-folder.js'

const GRID: SweepGrid = {
  lists: [20],
  probes: [1, 20],
  m: [8],
  efConstruction: [32],
  efSearch: [40],
  representations: ['vector'],
  iterative: ['off'],
}

describe('a sweep', { timeout: 600_000 }, () => {
  it('tunes both kinds to the target, compares them, and writes what it found', async () => {
    const { result, folder } = await runSweep()
    const [comparison] = result.comparisons
    const kinds = comparison?.contenders.map(({ index }) => index.kind) ?? []
    expect(new Set(kinds)).toEqual(new Set(['exact', 'ivfflat', 'hnsw']))
    const ratio = comparison?.ratios.find(
      ({ first, second }) => first.kind === 'ivfflat' && second.kind === 'hnsw',
    )
    expect(ratio?.ratio?.rounds).toBeGreaterThanOrEqual(8)
    expect(result.points.every(({ voidBecause }) => voidBecause === null)).toBe(true)
    expect(result.evidence.truth).toMatchObject({ way: 'kernel', checkedQueries: 5, cached: false })
    for (const rule of result.rules) {
      expect(rule.unset).toMatchObject({ search: { effort: 1 } })
      expect(rule.tuned?.recall.mean).toBeGreaterThan(0.8)
    }
    const graph = result.evidence.preflight.find(
      ({ index, search }) => index.kind === 'hnsw' && search !== null,
    )
    expect(graph?.text).toMatch(
      /^Under a filter that .+ % of the rows pass, hnsw\.ef_search = \d+ leaves about/,
    )

    const files = await readdir(folder)
    expect(files.sort()).toEqual(['migration.sql', 'sweep.json', 'sweep.md', 'sweep.svg'])
    const written: unknown = JSON.parse(await readFile(join(folder, 'sweep.json'), 'utf8'))
    expect(sweepResultSchema.parse(written)).toEqual(JSON.parse(JSON.stringify(result)))
    expect(await readFile(join(folder, 'sweep.svg'), 'utf8')).not.toMatch(/NaN|undefined|Infinity/)
  })

  it('measures a grid, and finds an index that probes all its lists exact; then filters and life, with the same truth', async () => {
    const truthFolder = await temporaryFolder()
    const { result } = await runSweep({ grid: GRID, truthFolder })
    const exact = result.points.find(({ index, search }) => index.kind === 'ivfflat' && search.effort === 20)
    expect(exact?.recall?.mean).toBe(1)
    expect(exact?.forced.rowsScanned).toBe(2000)
    expect(result.evidence.run.mode).toBe('grid')

    // Exact neighbours are kept for the next sweep of the same vectors.
    const later = { withFilters: true, withLife: true, budgetMs: 120_000 }
    const { result: next } = await runSweep({ grid: GRID, truthFolder, ...later })
    expect(next.evidence.truth.cached).toBe(true)
    expect(next.filters.length).toBeGreaterThan(0)
    expect(next.cohorts.map(({ best }) => best?.recall ?? 0).every((recall) => recall > 0)).toBe(true)
    expect(next.life[0]?.event).toBe('built')
  })

  it('leaves nothing where it is interrupted', async () => {
    const outFolder = await temporaryFolder()
    const controller = new AbortController()
    const reason = new Error('enough')
    const progress = {
      phase: (title: string) => {
        if (title === 'Building and tuning') controller.abort(reason)
      },
      advance: () => {},
      standings: () => {},
      note: () => {},
    }
    const truthFolder = await temporaryFolder()
    await expect(
      runSweep({ outFolder, truthFolder }, { progress, signal: controller.signal }),
    ).rejects.toThrow('enough')
    expect(await readdir(outFolder)).toEqual([])
  })
})
