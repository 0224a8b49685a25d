import { describe, expect, it } from 'vitest'
import { judgeConditions, type Conditions } from '../../../../src/analyse/judge/voidness.js'
import { at } from '../../../../src/model/at.js'
import { makeEvidence } from '../../../support/evidence.js'

const { header, samples } = makeEvidence()
const query = at(header.queries, 0)
const own = samples.filter((sample) => sample.query === query.name)
const fine: Conditions = {
  samples: own,
  rounds: 18,
  minimumRounds: 6,
  minimumRecall: 0.9,
  finished: true,
  stateFailure: null,
  controlFailure: null,
}

describe('the conditions of a verdict', () => {
  it('let the interval decide where nothing is wrong', () => {
    expect(judgeConditions(query, fine)).toBeNull()
  })

  it('void a query of which one execution returned another number of rows than the check', () => {
    const [first, ...rest] = own
    if (first === undefined) throw new Error('no samples')
    const stray = { ...first, rows: first.rows + 1 }
    expect(judgeConditions(query, { ...fine, samples: [stray, ...rest] })).toMatchObject({
      verdict: 'void',
      detail: 'results differ',
      reason: '1 execution returned another number of rows than when the results were compared',
    })
  })

  it('do not count the rows of an execution that was cut off', () => {
    const cutOff = own.map((sample) => ({ ...sample, rows: 0, censored: true as const }))
    expect(judgeConditions(query, { ...fine, samples: cutOff })).toBeNull()
  })

  it('do not count rows where approximate search may return fewer', () => {
    const check = { ...query.check, state: 'approximate' as const, recall: 0.95 }
    const shorter = own.map((sample) => ({ ...sample, rows: 1 }))
    expect(judgeConditions({ ...query, check }, { ...fine, samples: shorter })).toBeNull()
  })

  it('void a search of too little recall', () => {
    const check = { ...query.check, state: 'approximate' as const, recall: 0.558 }
    expect(judgeConditions({ ...query, check }, fine)).toMatchObject({
      verdict: 'void',
      detail: 'recall too low',
    })
  })

  it('hold recall against that of the arm before, which may search an index of its own', () => {
    const recalls = [{ before: 0.6, after: 0.558 }]
    const check = { ...query.check, state: 'approximate' as const, recall: 0.558, recalls }
    expect(judgeConditions({ ...query, check }, fine)).toBeNull()
    const fallen = { ...check, recall: 0.5 }
    expect(judgeConditions({ ...query, check: fallen }, fine)).toMatchObject({
      reason: 'recall is 0.500, less than 0.9 of the 0.600 before: the arms do not answer the same question',
    })
  })
})
