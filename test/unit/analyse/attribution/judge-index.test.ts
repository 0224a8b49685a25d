import { describe, expect, it } from 'vitest'
import { judgeIndex, type Circumstances } from '../../../../src/analyse/attribution/judge-index.js'
import type { IndexEffect } from '../../../../src/model/attribution.js'

const effect = (
  query: string,
  verdict: IndexEffect['verdict'],
  [low, high]: readonly [number, number],
  instead: string[] = [],
): IndexEffect => ({
  query,
  via: 'plan',
  instead,
  verdict,
  speedup:
    verdict === 'not timed'
      ? null
      : { estimate: Math.sqrt(low * high), low, high, confidence: 0.99, rounds: 18 },
})

const QUIET: Circumstances = { constraint: null, twin: null, untimed: 'no room', smallestEffect: 1.05 }

const judge = (effects: readonly IndexEffect[], changes: Partial<Circumstances> = {}) =>
  judgeIndex(effects, { ...QUIET, ...changes })

describe('an index is', () => {
  it('needed where a query is slower without it, whatever others say', () => {
    expect(judge([effect('a', 'faster', [8, 9.5]), effect('b', 'inconclusive', [0.5, 2])])).toMatchObject({
      verdict: 'needed',
      reason: 'a takes 8x to 9.5x as long without it',
    })
  })

  it('harmful where a query is faster without it, and what needs it is told beside', () => {
    const judged = judge([effect('a', 'faster', [2, 3]), effect('b', 'slower', [0.2, 0.25])])
    expect(judged.verdict).toBe('harmful')
    expect(judged.reason).toBe('b takes 4x to 5x as long with it; yet a takes 2x to 3x as long without it')
  })

  it('redundant with what takes its place', () => {
    expect(judge([effect('a', 'unchanged', [0.98, 1.02], ['public.j'])])).toMatchObject({
      verdict: 'redundant',
      redundantWith: ['public.j'],
    })
  })

  it('of no effect where nothing takes its place and nothing changes', () => {
    expect(judge([effect('a', 'unchanged', [0.98, 1.02])]).verdict).toBe('no effect')
  })

  it('unused without a use', () => {
    expect(judge([]).verdict).toBe('unused')
  })

  it('not judged where a constraint lives by it, or no effect was timed', () => {
    expect(judge([], { constraint: 'users_key' })).toMatchObject({
      verdict: 'not timed',
      reason: 'the constraint users_key lives by it',
    })
    expect(judge([effect('a', 'not timed', [1, 1])])).toMatchObject({
      verdict: 'not timed',
      reason: 'no room',
    })
  })

  it('left undecided where one of its queries is, and the query is named', () => {
    const judged = judge([effect('a', 'unchanged', [0.98, 1.02]), effect('b', 'inconclusive', [0.9, 1.5])])
    expect(judged).toMatchObject({ verdict: 'inconclusive', reason: 'the rounds do not decide b' })
  })

  it('redundant with an index of the same definition where the rounds do not decide', () => {
    const judged = judge([effect('a', 'inconclusive', [0.8, 1.4])], { twin: 'public.twin' })
    expect(judged).toMatchObject({ verdict: 'redundant', redundantWith: ['public.twin'] })
  })
})

describe('on a noisy machine, which finds much unchanged', () => {
  it.each<[string, [number, number]]>([
    ['every round was slower without it', [1.7, 2.5]],
    ['it may cost much to drop it', [0.9, 1.4]],
  ])('an index is not called idle where %s', (_, interval) => {
    expect(judge([effect('a', 'unchanged', interval)]).verdict).toBe('inconclusive')
  })
})
