import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rankTrials, successiveHalving, type Trial } from '../../../../src/sweep/tuning/successive-halving.js'

const trial = (candidate: string, costs: readonly (number | null)[], everyNth = 1): Trial<string> => ({
  candidate,
  everyNth,
  costs,
  highestRecall: 0.5,
  failure: null,
})

const names = (trials: readonly Trial<string>[]): string[] => trials.map(({ candidate }) => candidate)

interface Scenario {
  readonly costs: Readonly<Record<string, number>>
  readonly rungs?: readonly number[]
  readonly refuse?: (candidate: string, everyNth: number, isNeeded: boolean) => string | null
  readonly failing?: string
  readonly alsoOnAll?: (best: string) => string | null
}

async function halve({ costs, rungs = [16, 4, 1], refuse = () => null, failing, alsoOnAll }: Scenario) {
  const ran: string[] = []
  const halved = await successiveHalving<string, Trial<string>>({
    candidates: Object.keys(costs),
    rungs,
    refuse,
    ...(alsoOnAll && { alsoOnAll }),
    run: (candidate, everyNth) => {
      ran.push(`${candidate}/${everyNth}`)
      const failure = candidate === failing ? 'the build failed' : null
      return Promise.resolve({ ...trial(candidate, [costs[candidate] ?? 0], everyNth), failure })
    },
  })
  return { ...halved, ran }
}

describe('successive halving', () => {
  it('tries all on few rows, and the better half on more', async () => {
    const { finished, dropped, ran } = await halve({ costs: { a: 5, b: 1, c: 4, d: 2, e: 3 } })
    expect(ran).toEqual(['a/16', 'b/16', 'c/16', 'd/16', 'e/16', 'b/4', 'd/4', 'e/4', 'b/1', 'd/1'])
    expect(names(finished)).toEqual(['b', 'd'])
    expect(dropped).toEqual([
      { candidate: 'c', reason: 'among the slower half on one row in 16' },
      { candidate: 'a', reason: 'among the slower half on one row in 16' },
      { candidate: 'e', reason: 'among the slower half on one row in 4' },
    ])
  })

  it('keeps the best one, and loses track of none', async () => {
    const costs = fc.uniqueArray(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 20 })
    await fc.assert(
      fc.asyncProperty(costs, fc.subarray([32, 16, 4]), async (values, samples) => {
        const byName = Object.fromEntries(values.map((value, position) => [`c${position}`, value]))
        const { finished, dropped } = await halve({ costs: byName, rungs: [...samples, 1] })
        expect(finished[0]?.costs).toEqual([Math.min(...values)])
        const seen = [...names(finished), ...dropped.map(({ candidate }) => candidate)]
        expect(seen.toSorted()).toEqual(Object.keys(byName).toSorted())
      }),
    )
  })

  it('tries on all rows, after the best one, also what was asked for, and tells of it as of the others', async () => {
    const { finished, dropped, ran } = await halve({
      costs: { a: 1, b: 2, c: 3, strong: 4 },
      rungs: [4, 1],
      alsoOnAll: (best) => (best === 'a' ? 'strong' : null),
    })
    expect(ran.slice(4)).toEqual(['a/1', 'strong/1', 'b/1'])
    expect(names(finished)).toEqual(['a', 'b', 'strong'])
    expect(dropped.map(({ candidate }) => candidate)).toEqual(['c'])
  })

  it('goes on without one that failed, and says why', async () => {
    const { finished, dropped } = await halve({ costs: { a: 1, b: 2 }, rungs: [1], failing: 'a' })
    expect(names(finished)).toEqual(['b'])
    expect(dropped).toEqual([{ candidate: 'a', reason: 'the build failed' }])
  })

  it('gives up what is refused, but tries the best one where none fits', async () => {
    const needed: string[] = []
    const { finished, dropped, ran } = await halve({
      costs: { a: 2, b: 1, c: 3 },
      rungs: [4, 1],
      refuse: (candidate, everyNth, isNeeded) => {
        if (isNeeded) needed.push(`${candidate}/${everyNth}`)
        return everyNth === 1 && !isNeeded ? 'no time was left for it' : null
      },
    })
    expect(needed).toEqual(['b/1'])
    expect(ran).toEqual(['a/4', 'b/4', 'c/4', 'b/1'])
    expect(names(finished)).toEqual(['b'])
    expect(dropped).toContainEqual({ candidate: 'a', reason: 'no time was left for it' })
  })
})

describe('successive halving where time is short', () => {
  it('builds what fits, not what is best and does not', async () => {
    const { finished, dropped } = await halve({
      costs: { best: 1, good: 2 },
      rungs: [1],
      refuse: (candidate, _, isNeeded) => (candidate === 'best' && !isNeeded ? 'it takes too long' : null),
    })
    expect(names(finished)).toEqual(['good'])
    expect(dropped).toEqual([{ candidate: 'best', reason: 'it takes too long' }])
  })

  it('loses nobody to a sample that nobody was tried on', async () => {
    const { finished, dropped, ran } = await halve({
      costs: { a: 2, b: 1 },
      refuse: (_, everyNth) => (everyNth === 4 ? 'no time was left for it' : null),
    })
    expect(ran).toEqual(['a/16', 'b/16', 'b/1'])
    expect(names(finished)).toEqual(['b'])
    expect(dropped).toEqual([{ candidate: 'a', reason: 'among the slower half on one row in 16' }])
  })
})

describe('ranking', () => {
  it('lets targets choose in turns, the highest first', () => {
    const fastAtLow = trial('fast at the low one', [1, 9])
    const fastAtHigh = trial('fast at the high one', [9, 1])
    const middling = trial('middling', [2, 2])
    expect(names(rankTrials([middling, fastAtLow, fastAtHigh]))).toEqual([
      'fast at the high one',
      'fast at the low one',
      'middling',
    ])
  })

  it('puts those last that reach no target, by what they reach', () => {
    const near = { ...trial('near', [null]), highestRecall: 0.8 }
    const far = { ...trial('far', [null]), highestRecall: 0.2 }
    expect(names(rankTrials([far, near, trial('there', [100])]))).toEqual(['there', 'near', 'far'])
  })
})
