import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyse } from '../../../src/analyse/analyse.js'
import type { Evidence } from '../../../src/model/evidence.js'
import type { ClaimResult } from '../../../src/model/result.js'
import { alsoMeasured, makeGroupedEvidence, type GroupOverrides } from '../../support/group-claim.js'
import type { EvidenceOverrides } from '../../support/evidence.js'

function only(evidence: Evidence): ClaimResult {
  const [claim] = analyse(evidence).claims
  if (claim === undefined) throw new Error('no claim')
  return claim
}

/** Queries a, b, c … of these true speed-ups. */
const speedups = (...truths: readonly number[]): EvidenceOverrides => ({
  queries: truths.map((speedup, i) => ({ name: String.fromCodePoint(97 + i), speedup })),
  rounds: 40,
  noise: 0.02,
})

const judged = (group: GroupOverrides, overrides: EvidenceOverrides): ClaimResult =>
  only(makeGroupedEvidence([group], overrides))

const words = ({ verdict, detail }: Pick<ClaimResult, 'verdict' | 'detail'>): string =>
  detail === null ? verdict : `${verdict}: ${detail}`

describe('a claim on a group', () => {
  it.each([
    ['every', [3, 4, 8], 'confirmed: at least 2x'],
    ['every', [3, 4, 1], 'refuted: 1 of 3 refuted'],
    ['every', [1, 1, 1], 'refuted: 3 of 3 refuted'],
    ['at least one', [1, 4, 1], 'confirmed: at least 2x'],
    ['at least one', [1, 1.2, 0.5], 'refuted: 3 of 3 refuted'],
    ['at least 60%', [3, 4, 1], 'confirmed: at least 2x'],
    ['at least 60%', [3, 1, 1], 'refuted: 2 of 3 refuted'],
    ['at least 80%', [3, 4, 5, 6, 1], 'confirmed: at least 2x'],
    ['at least 80%', [3, 4, 5, 1, 1], 'refuted: 2 of 5 refuted'],
    ['geometric mean', [3, 4, 1], 'confirmed: at least 2x'],
    ['geometric mean', [3, 1, 1], 'refuted: smaller'],
    ['geometric mean', [1, 1, 1], 'refuted: no effect'],
  ])('of >=2x for %s, where the truth is %j, is %s', (quantifier, truths, expected) => {
    expect(words(judged({ quantifier }, speedups(...truths)))).toBe(expected)
  })

  it.each([
    ['5-10x', [6, 8], 'confirmed'],
    ['5-10x', [6, 20], 'confirmed: at least 5x'],
    ['5-10x', [15, 20], 'exceeded: above 10x'],
    ['unchanged', [1, 1], 'confirmed'],
    ['unchanged', [1, 2], 'refuted: 1 of 2 refuted'],
    ['under 40ms', [1, 2], 'confirmed'],
    ['under 1ms', [1, 20], 'refuted: 1 of 2 refuted'],
    ['overhead under 5ms', [1, 2], 'confirmed'],
    ['overhead under 5ms', [1, 0.2], 'refuted: 1 of 2 refuted'],
    ['saves at least 1ms', [2, 3], 'confirmed'],
    ['saves at least 1ms', [2, 1], 'refuted: 1 of 2 refuted'],
  ])('%s for every query, where the truth is %j, is %s', (claim, truths, expected) => {
    expect(words(judged({ claim }, speedups(...truths)))).toBe(expected)
  })

  it('says in words who failed it, by how much', () => {
    const { reason } = judged({ claim: '5-10x' }, speedups(6, 7, 1.2))
    expect(reason).toMatch(
      /^2 of 3 members confirmed; c is refuted: between 1\.\d+x and 1\.\d+x, below the claimed 5-10x$/,
    )
    const most = judged({ quantifier: 'at least 60%' }, speedups(3, 4, 1))
    expect(most.reason).toMatch(/^2 of 3 members confirmed \(2 needed\); c is refuted: /)
  })

  it('names no more than three who failed', () => {
    const { reason } = judged({}, speedups(1, 1, 1, 1, 1, 3))
    expect(reason.match(/ is refuted: /g)).toHaveLength(3)
    expect(reason).toMatch(/; and 2 more are not confirmed$/)
  })

  it('has members that need no claim of their own, and leaves their own verdicts alone', () => {
    const evidence = makeGroupedEvidence([{}], speedups(3, 4))
    const { queries, claims } = analyse(evidence)
    expect(queries.map(({ claim, verdict }) => [claim, verdict])).toEqual([
      [null, 'faster'],
      [null, 'faster'],
    ])
    expect(claims[0]?.members.map(({ query, verdict }) => [query, verdict])).toEqual([
      ['a', 'confirmed'],
      ['b', 'confirmed'],
    ])
  })

  it('judges only its members', () => {
    expect(judged({ queries: ['a', 'b'] }, speedups(3, 4, 1)).verdict).toBe('confirmed')
  })

  it('is inconclusive while a member is, with what it would take', () => {
    const { verdict, reason } = judged({}, { ...speedups(3, 1.91), noise: 0.2, rounds: 12 })
    expect(verdict).toBe('inconclusive')
    expect(reason).toMatch(/^1 of 2 members confirmed; b is inconclusive: .*rounds/)
  })

  it('on recall is judged by the searches that were compared, and not by samples that are void for it', () => {
    const evidence = makeGroupedEvidence([{ claim: 'recall unchanged' }], speedups(3, 3))
    const queries = evidence.header.queries.map((query, i) => {
      const recalls = Array.from({ length: 12 }, () => ({ before: 1, after: i === 0 ? 1 : 0.2 }))
      const recall = i === 0 ? 1 : 0.2
      return { ...query, check: { ...query.check, state: 'approximate' as const, recall, recalls } }
    })
    const { claims, queries: own } = analyse({ ...evidence, header: { ...evidence.header, queries } })
    expect(own.map(({ verdict }) => verdict)).toEqual(['faster', 'void'])
    expect(claims[0]?.members.map(({ verdict }) => verdict)).toEqual(['confirmed', 'refuted'])
    expect(words(claims[0] as ClaimResult)).toBe('refuted: 1 of 2 refuted')
  })

  it('is about another pair where it says so', () => {
    const evidence = makeGroupedEvidence([{ claim: 'overhead under 5ms', pair: 'policy' }], speedups(1, 0.2))
    const measured = alsoMeasured(evidence, 'policy')
    expect(words(only(measured))).toBe('refuted: 1 of 2 refuted')
    expect(only(measured).members[1]?.reason).toMatch(
      /^adds between \d+\.?\d* ms and \d+\.?\d* ms, more than/,
    )
  })
})

describe('a claim on a pair that the run did not measure', () => {
  it.each(['policy', 'generic'] as const)('is void: %s', (pair) => {
    const claim = judged({ pair }, speedups(3, 4))
    expect(words(claim)).toBe('void: not measured')
    expect(claim.reason).toMatch(/^0 of 2 members confirmed; a is void: this run did not compare/)
  })
})

describe('a group with a member that decides nothing', () => {
  const different = { state: 'different' as const, differing: 2 }
  const withVoid = (quantifier: string, ...truths: readonly number[]): ClaimResult => {
    const { queries = [], ...rest } = speedups(...truths)
    const voided = queries.map((query, i) => (i === 0 ? { ...query, check: different } : query))
    return judged({ quantifier }, { ...rest, queries: voided })
  }

  it.each([
    ['every', [3, 3], 'void: results differ'],
    ['every', [3, 1], 'refuted: 1 of 2 refuted'],
    ['at least 50%', [3, 3], 'confirmed: at least 2x'],
    ['at least one', [3, 1], 'void: results differ'],
    ['geometric mean', [3, 3], 'void: results differ'],
  ])('%s of %j, the first void, is %s', (quantifier, truths, expected) => {
    expect(words(withVoid(quantifier, ...truths))).toBe(expected)
  })

  it('says which', () => {
    expect(withVoid('every', 3, 3).reason).toBe(
      '1 of 2 members confirmed; a is void: the arms return different results for 2 of 4 parameter rows',
    )
    expect(withVoid('geometric mean', 3, 3).reason).toBe(
      'a: the arms return different results for 2 of 4 parameter rows',
    )
  })

  it.each([
    [true, 'void: too few rounds'],
    [false, 'inconclusive'],
  ])('after too few rounds, finished %s, is %s', (finished, expected) => {
    expect(words(judged({}, { ...speedups(3, 4), rounds: 8, finished }))).toBe(expected)
    const mean = judged({ quantifier: 'geometric mean' }, { ...speedups(3, 4), rounds: 8, finished })
    expect(mean).toMatchObject({ verdict: expected.split(':')[0], detail: 'too few rounds' })
  })
})

describe('the error rate of a group', () => {
  const confidences = (quantifier: string, ...truths: readonly number[]): number[] =>
    judged({ quantifier }, speedups(...truths)).members.map(
      ({ interval }) => 1 - (interval?.confidence ?? NaN),
    )
  const share = 0.05 / 5

  it('is one share among the claims of the run', () => {
    const evidence = makeGroupedEvidence([{ quantifier: 'geometric mean' }, {}])
    const { claims, queries } = analyse(evidence)
    expect(claims[0]?.interval?.confidence).toBeCloseTo(1 - 0.05 / (4 * 5), 12)
    expect(queries[0]?.speedup?.confidence).toBeCloseTo(1 - 0.05 / (4 * 5), 12)
  })

  it('is not split to confirm every member, and is to confirm any of them', () => {
    expect(confidences('every', 3, 4, 5)).toEqual([share, share, share].map((one) => expect.closeTo(one, 12)))
    expect(confidences('at least one', 3, 4, 5)[0]).toBeCloseTo(share / 3, 12)
    expect(confidences('at least 66%', 3, 4, 5)[0]).toBeCloseTo(share / 2, 12)
  })

  it('is split to refute one of every, and not to refute all of any', () => {
    expect(confidences('every', 1, 1, 1)[0]).toBeCloseTo(share / 3, 12)
    expect(confidences('at least one', 1, 1, 1)[0]).toBeCloseTo(share, 12)
  })

  it('confirms nothing above 1x in an A/A run, whatever the quantifier', () => {
    const quantifiers = ['every', 'at least one', 'at least 50%', 'geometric mean']
    fc.assert(
      fc.property(
        fc.integer(),
        fc.constantFrom('1.02-1.1x', '>=1.05x', 'saves at least 0.01ms'),
        (seed, claim) => {
          const usable = quantifiers.filter((one) => one !== 'geometric mean' || claim.endsWith('x'))
          const groups = usable.map((quantifier) => ({ quantifier, claim }))
          const evidence = makeGroupedEvidence(groups, { seed, arms: 'aa', noise: 0.1, rounds: 18 })
          const verdicts = analyse(evidence).claims.map(({ verdict }) => verdict)
          expect(verdicts).not.toContain('confirmed')
          expect(verdicts).not.toContain('exceeded')
        },
      ),
      { numRuns: 20 },
    )
  })
})

describe('a geometric mean', () => {
  it('has the interval of the mean, over the rounds that all members have', () => {
    const evidence = makeGroupedEvidence([{ quantifier: 'geometric mean' }], {
      ...speedups(2, 8),
      rounds: 30,
      noise: 0.001,
    })
    const samples = evidence.samples.filter(({ query, round }) => query !== 'b' || round <= 14)
    const { interval, members } = only({ ...evidence, samples })
    expect(interval).toMatchObject({ kind: 'ratio', rounds: 14 })
    expect(interval?.estimate).toBeCloseTo(4, 1)
    expect(members.map((member) => [member.verdict, member.interval?.rounds])).toEqual([
      [null, 30],
      [null, 14],
    ])
  })

  it('is of latencies, too', () => {
    const { verdict, interval } = judged(
      { quantifier: 'geometric mean', claim: 'under 6ms' },
      { ...speedups(1, 4), noise: 0.001, rounds: 60 },
    )
    expect(interval?.kind).toBe('milliseconds')
    expect(interval?.estimate).toBeCloseTo(10 / 2, 0)
    expect(verdict).toBe('confirmed')
  })
})

describe('a claim in the evidence that was edited', () => {
  it.each<[GroupOverrides, RegExp]>([
    [{ claim: 'fast' }, /the claim "fast" of the group group-1 in the evidence cannot be read/],
    [{ quantifier: 'most' }, /the quantifier of group-1 in the evidence cannot be read/],
    [{ queries: ['z'] }, /the claim group-1 names the query z, which was not measured/],
  ])('%j is told', (group, message) => {
    expect(() => judged(group, speedups(2))).toThrow(message)
  })
})
