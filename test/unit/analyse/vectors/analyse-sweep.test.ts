import { describe, expect, it } from 'vitest'
import { analyseSweep } from '../../../../src/analyse/vectors/analyse-sweep.js'
import { findBreaks } from '../../../../src/analyse/vectors/find-breaks.js'
import { sweepResultSchema } from '../../../../src/model/vectors/sweep-result.js'
import type { LifeCheckpoint } from '../../../../src/model/vectors/life-checkpoint.js'
import type { Harm } from '../../../../src/model/vectors/filter-evidence.js'
import { filterEvidence } from '../../../support/filter-evidence.js'
import {
  EXACT,
  finalistOf,
  HNSW,
  IVFFLAT,
  pointOf,
  searchWith,
  sweepEvidence,
} from '../../../support/sweep-evidence.js'

const at = (target: number, evidence = sweepEvidence()) => {
  const { comparisons, advice } = analyseSweep(evidence)
  return {
    comparison: comparisons.find((one) => one.target === target),
    advice: advice.find((one) => one.target === target),
  }
}

describe('the conclusions of a sweep', () => {
  it('are what their schema says, and the same every time', () => {
    const result = analyseSweep(sweepEvidence())
    expect(sweepResultSchema.parse(result)).toEqual(result)
    expect(analyseSweep(sweepEvidence())).toEqual(result)
  })

  it('compare both kinds at equal recall over rounds that they share', () => {
    const { comparison } = at(0.95)
    const kinds = comparison?.ratios.find(
      ({ first, second }) => first.kind === 'ivfflat' && second.kind === 'hnsw',
    )
    expect(kinds?.faster).toBe('second')
    expect(kinds?.ratio?.estimate).toBeCloseTo(2, 9)
    expect(kinds?.ratio?.low).toBeCloseTo(2, 9)
    expect(kinds?.ratio?.rounds).toBe(12)
  })

  it('hold each index against the exact scan', () => {
    const { comparison } = at(0.95)
    const scans = comparison?.ratios.filter(({ first }) => first.kind === 'exact')
    expect(scans?.map(({ second, ratio }) => [second.kind, Math.round(ratio?.estimate ?? 0)])).toEqual([
      ['ivfflat', 10],
      ['hnsw', 20],
    ])
  })

  it('let settings tuned to a higher target serve a lower one', () => {
    expect(at(0.9).comparison?.contenders.map(({ index }) => index.kind)).toEqual([
      'hnsw',
      'ivfflat',
      'exact',
    ])
  })

  it('choose the fastest that is at the target, and say what it saves and costs', () => {
    const { advice } = at(0.95)
    expect(advice).toMatchObject({ state: 'index', choice: { index: HNSW, state: 'proven' } })
    expect(advice?.againstExact?.ratio?.estimate).toBeCloseTo(20, 6)
    expect(advice?.againstOther?.ratio?.estimate).toBeCloseTo(2, 6)
    expect(advice?.build).toMatchObject({ builds: 3, medianMs: 4000, minMs: 2000, maxMs: 6000 })
  })

  it('turn a ratio round where the other kind won', () => {
    const finalists = [finalistOf(IVFFLAT(), 5, 0.97, 1, 0.95), finalistOf(HNSW, 80, 0.97, 3, 0.95)]
    const { advice } = at(0.95, sweepEvidence({ finalists }))
    expect(advice?.againstOther).toMatchObject({ first: HNSW, second: IVFFLAT(), faster: 'second' })
    expect(advice?.againstOther?.ratio?.estimate).toBeCloseTo(3, 6)
  })

  it('say when it breaks: the planner, a LIMIT, a filter', () => {
    const { advice } = at(0.95)
    expect(advice?.breaks.join('\n')).toMatch(/left alone the planner does not use it .* from ef_search 60/)
    expect(advice?.breaks.join('\n')).toContain('a LIMIT above 80 returns 80 rows at most')
    expect(advice?.breaks.join('\n')).toContain('under 25 % of the rows')
  })

  it('take from a life what was seen with the chosen settings alone, and say where nothing was', () => {
    const lifeWith = (effort: number, event: LifeCheckpoint['event'] = 'grown ×2'): LifeCheckpoint => ({
      event,
      rowsAtBuild: 5000,
      rowsNow: 10_000,
      durationMs: 10,
      sizeBytes: 2 ** 20,
      point: { ...pointOf(HNSW, effort, 0.93, 1), queries: 'reporting' },
    })
    const breaksWith = (effort: number): readonly string[] =>
      at(0.95, sweepEvidence({ life: [lifeWith(effort)] })).advice?.breaks ?? []
    const followed = 'once it has grown to twice its rows recall is 0.930'
    const unfollowed = 'growth and deletes were not followed with just these settings'
    expect(breaksWith(80)).toContain(followed)
    expect(breaksWith(80)).not.toContain(unfollowed)
    expect(breaksWith(60)).not.toContain(followed)
    // It had no more when it was built.
    const life = [lifeWith(80, 'built'), lifeWith(80)]
    expect(at(0.95, sweepEvidence({ life })).advice?.breaks).not.toContain(followed)
    expect(breaksWith(60)).toEqual(expect.arrayContaining([unfollowed, 'filters were not tried with it']))
    const filters = [filterEvidence({ recalls: [1, 1, 1, 1, 1], latencyMs: 1 })]
    expect(at(0.95, sweepEvidence({ filters })).advice?.breaks).not.toContain(
      'filters were not tried with it',
    )
  })

  it('say what arithmetic knows of the chosen search, and nothing of another one', () => {
    const warning = { index: HNSW, severity: 'warning', advice: null } as const
    const preflight = [
      { ...warning, search: searchWith(80), text: 'Under a filter few rows are left.' },
      { ...warning, search: searchWith(40), text: 'Fewer are left.' },
      { ...warning, search: null, text: 'The graph is too large.' },
    ]
    const breaks = at(0.95, sweepEvidence({ preflight })).advice?.breaks ?? []
    expect(breaks).toEqual(
      expect.arrayContaining(['under a filter few rows are left', 'the graph is too large']),
    )
    expect(breaks).not.toContain('fewer are left')
  })

  it('put the harm that filters showed first', () => {
    const harm = { lost: { index: HNSW }, text: 'At 1 % the planner lost most rows.' } as Harm
    const other = { lost: { index: IVFFLAT() }, text: 'At 1 % the planner lost some.' } as Harm
    const choice = at(0.95).advice?.choice ?? null
    if (choice === null) throw new Error('nothing was chosen')
    const breaks = findBreaks(choice, 0.95, { evidence: sweepEvidence(), harms: [other, harm], life: [] })
    expect(breaks[0]).toBe('at 1 % the planner lost most rows')
    expect(breaks.join()).not.toContain('lost some')
    const many = findBreaks(choice, 0.95, {
      evidence: sweepEvidence(),
      harms: Array.from({ length: 5 }, () => harm),
      life: [],
    })
    expect(many.slice(1, 3)).toEqual([
      'at 1 % the planner lost most rows',
      '3 more plans under filters lose recall and save nothing',
    ])
    const three = { evidence: sweepEvidence(), harms: [harm, harm, harm], life: [] }
    expect(findBreaks(choice, 0.95, three)[2]).toBe(
      'one more plan under a filter loses recall and saves nothing',
    )
  })

  it('advise the exact scan where no index is faster', () => {
    const finalists = [finalistOf(HNSW, 80, 0.97, 3, 0.95), finalistOf(EXACT, null, 1, 2, 1)]
    expect(at(0.95, sweepEvidence({ finalists })).advice).toMatchObject({
      state: 'exact',
      choice: { index: EXACT },
    })
  })

  it('advise the exact scan where no index is seen to be faster', () => {
    const restless = finalistOf(HNSW, 80, 0.97, 1, 0.95)
    const turns = restless.roundsMs.map((round, position) => round.map(() => (position % 2 === 0 ? 1 : 4)))
    const finalists = [{ ...restless, roundsMs: turns }, finalistOf(EXACT, null, 1, 2.6, 1)]
    const { comparison, advice } = at(0.95, sweepEvidence({ finalists }))
    expect(comparison?.ratios).toMatchObject([{ first: EXACT, faster: 'undecided' }])
    expect(comparison?.contenders[0]?.index).toEqual(HNSW)
    expect(advice).toMatchObject({ state: 'exact', choice: { index: EXACT } })
  })

  it('name the fastest that clears the target where the choice is only at it', () => {
    const atTarget = finalistOf(HNSW, 40, 0.95, 1, 0.95)
    const answers = atTarget.point.answers.map((answer, query) => ({
      ...answer,
      recall: query % 2 === 0 ? 0.92 : 1,
    }))
    const finalists = [
      { ...atTarget, point: { ...atTarget.point, answers } },
      finalistOf(IVFFLAT(), 12, 0.96, 2, 0.95),
      finalistOf(EXACT, null, 1, 20, 1),
    ]
    const { advice } = at(0.95, sweepEvidence({ finalists }))
    expect(advice).toMatchObject({
      choice: { index: HNSW, state: 'held' },
      cleared: { index: IVFFLAT(), state: 'proven' },
    })
    // The same index tuned to a higher target took turns too.
    const higher = at(
      0.95,
      sweepEvidence({ finalists: [...finalists, finalistOf(HNSW, 90, 0.99, 1.5, 0.99)] }),
    )
    expect(higher.advice).toMatchObject({
      choice: { index: HNSW, search: { effort: 40 } },
      cleared: { index: HNSW, search: { effort: 90 } },
    })
    expect(at(0.95).advice?.cleared).toBeNull()
  })

  it('advise nothing where the reporting queries are below the target, and name the nearest', () => {
    const finalists = [finalistOf(HNSW, 80, 0.9, 1, 0.95), finalistOf(EXACT, null, 1, 20, 1)]
    const { advice } = at(0.95, sweepEvidence({ finalists }))
    expect(advice).toMatchObject({ state: 'none', choice: { index: HNSW, state: 'missed' } })
  })

  it('count nothing of a void finalist', () => {
    const cutOff = finalistOf(HNSW, 80, 0.99, 0.1, 0.95)
    const finalists = [
      { ...cutOff, point: { ...cutOff.point, voidBecause: 'the plan does not show the index' } },
      finalistOf(IVFFLAT(), 12, 0.96, 4, 0.95),
    ]
    const { comparison, advice } = at(0.95, sweepEvidence({ finalists }))
    expect(comparison?.contenders.map(({ index }) => index.kind)).toEqual(['ivfflat'])
    expect(advice?.choice?.index.kind).toBe('ivfflat')
  })

  it('leave a ratio open where there are no rounds', () => {
    const finalists = [HNSW, IVFFLAT()].map((index) => ({
      ...finalistOf(index, 9, 0.97, 1, 0.95),
      roundsMs: [],
    }))
    const { comparison } = at(0.95, sweepEvidence({ finalists }))
    expect(comparison?.ratios).toMatchObject([{ ratio: null, faster: 'undecided' }])
  })
})

describe('the points of a sweep', () => {
  it('have a front of their own for each set of queries', () => {
    const { points } = analyseSweep(sweepEvidence())
    const front = (queries: string) =>
      points
        .filter((point) => point.queries === queries && point.front.p95)
        .map(({ search }) => search.effort)
    expect(front('reporting')).toEqual([80, null])
    expect(front('tuning')).toEqual([1, 40, 80])
  })

  it('are on no front where they are void', () => {
    const points = [
      { ...pointOf(HNSW, 80, 1, 0.001), voidBecause: 'no index' },
      pointOf(IVFFLAT(), 5, 0.9, 1),
    ]
    const result = analyseSweep(sweepEvidence({ points, finalists: [] }))
    expect(result.points.map(({ front }) => front.p95)).toEqual([false, true])
  })

  it('tell how many answers were short', () => {
    const point = pointOf(HNSW, 40, 0.4, 1)
    const answers = point.answers.map((answer, query) => ({ ...answer, rows: query % 2 === 0 ? 4 : 10 }))
    const result = analyseSweep(sweepEvidence({ points: [{ ...point, answers }], finalists: [] }))
    expect(result.points[0]?.shortShare).toBe(0.5)
    expect(result.points[0]?.returnedShare).toBeCloseTo(0.7, 9)
  })
})

describe('the rules for lists', () => {
  it('are judged at equal recall against the best number tried', () => {
    const { rules } = analyseSweep(sweepEvidence())
    expect(rules.find((one) => one.rule === 'lists = 100' && one.target === 0.95)).toEqual({
      rule: 'lists = 100',
      lists: 100,
      target: 0.95,
      state: 'slower',
      probes: 12,
      medianMs: 4,
      best: { lists: 200, probes: 14, medianMs: 2 },
      unset: null,
      tuned: null,
      againstChosen: null,
    })
  })

  it('are judged by the rounds where they took turns, with nothing set and tuned', () => {
    const { finalists } = sweepEvidence()
    const byRule = [
      { ...finalistOf(IVFFLAT(100), 1, 0.6, 0.5, 0.95), target: null, entered: 'by rule' } as const,
      { ...finalistOf(IVFFLAT(100), 12, 0.96, 3, 0.95), entered: 'by rule' } as const,
    ]
    const { rules, comparisons } = analyseSweep(sweepEvidence({ finalists: [...finalists, ...byRule] }))
    const rule = rules.find((one) => one.rule === 'lists = 100' && one.target === 0.95)
    expect(rule).toMatchObject({
      state: 'slower',
      unset: { search: { effort: 1 }, recall: { mean: expect.closeTo(0.6, 9) as number } },
      tuned: { search: { effort: 12 } },
      againstChosen: { first: IVFFLAT(100), second: IVFFLAT(200), faster: 'second' },
    })
    expect(rule?.againstChosen?.ratio?.estimate).toBeCloseTo(1.5, 6)
    const contenders = comparisons.flatMap((one) => one.contenders.map(({ index }) => index))
    expect(contenders).not.toContainEqual(IVFFLAT(100))
  })

  it('are judged at the usual target by settings that a higher one chose, too', () => {
    const { finalists, run } = sweepEvidence()
    const alike = finalistOf(IVFFLAT(100), 12, 0.995, 3, 0.99)
    const spare = finalistOf(IVFFLAT(100), 20, 0.999, 5, 0.99)
    const targets = [...run.targets, 0.99]
    const { rules } = analyseSweep(
      sweepEvidence({ run: { ...run, targets }, finalists: [...finalists, spare, alike] }),
    )
    const at = (target: number): unknown =>
      rules.find((one) => one.rule === 'lists = 100' && one.target === target)?.tuned ?? null
    expect(at(0.95)).toMatchObject({ search: { effort: 12 } })
    expect(at(0.9)).toBeNull()
  })

  it('are the best where they are what was chosen, though it was tuned to more', () => {
    const finalists = [finalistOf(IVFFLAT(100), 12, 0.995, 4, 0.99), finalistOf(HNSW, 80, 0.97, 1, 0.95)]
    const { rules } = analyseSweep(sweepEvidence({ finalists }))
    const rule = rules.find((one) => one.target === 0.95)
    expect(rule).toMatchObject({ state: 'best', tuned: { search: { effort: 12 } }, againstChosen: null })
  })

  it('are not judged where their number of lists was not tried', () => {
    const { rules } = analyseSweep(sweepEvidence({ points: [pointOf(IVFFLAT(50), 5, 0.99, 1)] }))
    expect(rules.every(({ state }) => state === 'not measured')).toBe(true)
  })

  it('do not reach what no number of probes reached', () => {
    const { rules } = analyseSweep(sweepEvidence({ points: [pointOf(IVFFLAT(100), 5, 0.5, 1)] }))
    expect(rules[0]).toMatchObject({ state: 'not reached', probes: null, best: null })
  })
})
