import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { at } from '../../../../src/model/at.js'
import type { IterativeScan } from '../../../../src/model/vectors/vector-index.js'
import type { Point } from '../../../../src/model/vectors/vector-point.js'
import { measureEfforts } from '../../../../src/sweep/tuning/measure-efforts.js'
import { tuneEffort } from '../../../../src/sweep/tuning/tune-effort.js'
import { vectorPoint } from '../../../support/vector-point.js'

const meanOf = (recalls: readonly number[]): number =>
  recalls.reduce((sum, recall) => sum + recall, 0) / recalls.length

/** Measures what `recallAt` says, and writes down where. */
const measured = (recallAt: (effort: number) => number, asked: number[] = []) => ({
  lowerBound: meanOf,
  measure: (effort: number): Promise<Point> => {
    asked.push(effort)
    return Promise.resolve(vectorPoint(effort, [recallAt(effort)]))
  },
})

const isSmallest = (effort: number | null, smallest: number, most: number): boolean =>
  smallest > most || effort === null
    ? smallest > most && effort === null
    : effort >= smallest && (effort === smallest || (effort > 50 && effort <= smallest * 1.021))

describe('tuning the effort', () => {
  it('finds the smallest effort that clears each target, or one within 2 % of it, whatever the curve', async () => {
    const curve = fc.record({
      most: fc.integer({ min: 1, max: 1000 }),
      start: fc.integer({ min: 1, max: 100 }),
      thresholds: fc.array(fc.integer({ min: 1, max: 1200 }), { minLength: 1, maxLength: 4 }),
    })
    await fc.assert(
      fc.asyncProperty(curve, async ({ most, start, thresholds }) => {
        // Recall rises by a step at each threshold: target i is cleared from the i-th on.
        const steps = thresholds.toSorted((a, b) => a - b)
        const targets = steps.map((_, step) => (step + 1) / steps.length)
        const recallAt = (effort: number): number =>
          steps.filter((threshold) => threshold <= effort).length / steps.length
        const { efforts } = await tuneEffort({ least: 1, start, most, targets, ...measured(recallAt) })
        const wrong = efforts.filter(({ effort }, step) => !isSmallest(effort, at(steps, step), most))
        expect(wrong).toEqual([])
      }),
    )
  })

  it('measures no effort twice, and few of them', async () => {
    const asked: number[] = []
    const logarithmic = (effort: number): number => Math.min(1, 0.5 + Math.log10(effort) / 6)
    const tuned = await tuneEffort({
      least: 10,
      start: 40,
      most: 1000,
      targets: [0.9, 0.95, 0.99],
      ...measured(logarithmic, asked),
    })
    expect(tuned.efforts.map(({ effort }) => effort)).toEqual([252, 505, 882])
    expect(new Set(asked).size).toBe(asked.length)
    expect(asked.length).toBeLessThan(25)
    expect(tuned.points.map(({ search }) => search.effort)).toEqual(asked.toSorted((a, b) => a - b))
  })

  it('never goes below the least', async () => {
    const asked: number[] = []
    const { efforts } = await tuneEffort({
      least: 10,
      start: 40,
      most: 1000,
      targets: [0.5],
      ...measured(() => 1, asked),
    })
    expect(efforts[0]?.effort).toBe(10)
    expect(Math.min(...asked)).toBe(10)
  })

  it('asks the bound, not the mean', async () => {
    const tuning = { least: 1, start: 4, most: 100, targets: [0.395] }
    const curve = measured((effort) => effort / 100)
    const careful = await tuneEffort({ ...tuning, ...curve, lowerBound: (recalls) => meanOf(recalls) - 0.05 })
    expect(careful.efforts[0]?.effort).toBe(45)
  })

  it('gives up at once where no plan shows the index', async () => {
    const asked: number[] = []
    const { efforts } = await tuneEffort({
      least: 1,
      start: 4,
      most: 100,
      targets: [0.9],
      lowerBound: meanOf,
      measure: (effort) => {
        asked.push(effort)
        return Promise.resolve({
          ...vectorPoint(effort, [1]),
          voidBecause: 'the plan does not show the index',
        })
      },
    })
    expect(efforts).toMatchObject([{ effort: null, point: { search: { effort: 4 } } }])
    expect(asked).toEqual([4])
  })
})

describe('measuring given efforts', () => {
  it('measures each once, and takes the smallest that clears a target', async () => {
    const asked: number[] = []
    const curve = measured((effort) => effort / 100, asked)
    const { efforts, points } = await measureEfforts({
      efforts: [80, 20, 95, 20],
      iterative: ['off'],
      targets: [0.7, 0.99],
      ...curve,
    })
    expect(asked).toEqual([20, 80, 95])
    expect(points).toHaveLength(3)
    expect(efforts).toMatchObject([
      { target: 0.7, effort: 80 },
      { target: 0.99, effort: null, point: { search: { effort: 95 } } },
    ])
  })

  /** Recall 0.5 and 0.9 with nothing, 0.8 and 0.9 with a scan that goes on, which takes so long. */
  const withScans = (iterative: readonly IterativeScan[], goingOnMs: number) =>
    measureEfforts({
      efforts: [10, 20],
      iterative,
      targets: [0.7, 0.9, 0.95],
      lowerBound: meanOf,
      measure: (effort, scan) => {
        const recall = effort === 20 ? 0.9 : scan === 'off' ? 0.5 : 0.8
        const point = vectorPoint(effort, [recall], scan === 'off' ? effort / 10 : goingOnMs)
        return Promise.resolve({ ...point, search: { ...point.search, iterative: scan } })
      },
    })
  const chosen = ({ efforts }: Awaited<ReturnType<typeof withScans>>) =>
    efforts.map(({ effort, point }) => (effort === null ? null : `${effort} ${point.search.iterative}`))

  it('measures each with every iterative scan', async () => {
    const { points } = await withScans(['off', 'relaxed_order', 'off'], 1)
    expect(points.map(({ search }) => `${search.effort} ${search.iterative}`)).toEqual([
      '10 off',
      '10 relaxed_order',
      '20 off',
      '20 relaxed_order',
    ])
  })

  it('takes the scan named first, unless another clears a target with less effort and clearly less time', async () => {
    const [slow, alike, fast] = [2.5, 1.9, 1.5]
    expect(chosen(await withScans(['off', 'relaxed_order'], slow))).toEqual(['20 off', '20 off', null])
    expect(chosen(await withScans(['off', 'relaxed_order'], alike))).toEqual(['20 off', '20 off', null])
    expect(chosen(await withScans(['relaxed_order', 'off'], alike))[0]).toBe('10 relaxed_order')
    expect(chosen(await withScans(['off', 'relaxed_order'], fast))).toEqual([
      '10 relaxed_order',
      '20 off',
      null,
    ])
  })
})
