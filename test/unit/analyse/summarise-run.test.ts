import { describe, expect, it } from 'vitest'
import { summariseRun } from '../../../src/analyse/summarise-run.js'
import { HarnessError } from '../../../src/model/errors.js'
import { evidenceLineSchema } from '../../../src/model/evidence.js'
import { armPlansSchema } from '../../../src/model/plan.js'
import { resultSchema } from '../../../src/model/result.js'
import { makeEvidence } from '../../support/evidence.js'

describe('summariseRun', () => {
  it.each(['migration', 'aa'] as const)('makes a result that its schema accepts, of %s arms', (arms) => {
    const result = summariseRun(makeEvidence({ arms }))
    expect(resultSchema.parse(result)).toEqual(result)
  })

  it('says the same of the same evidence, byte for byte, through JSON and back', () => {
    const evidence = makeEvidence()
    const again = JSON.parse(JSON.stringify(evidence)) as typeof evidence
    expect(JSON.stringify(summariseRun(again))).toBe(JSON.stringify(summariseRun(evidence)))
  })

  it('refuses a run that did not finish', () => {
    expect(() => summariseRun(makeEvidence({ finished: false }))).toThrow(HarnessError)
  })

  it('sums the price of the migration and names the queries that use each index', () => {
    const { migration, run, policy } = summariseRun(makeEvidence())
    expect(migration).toMatchObject({ applied: true, totalBuildMs: 240, totalSizeBytes: 2_097_152 })
    expect(migration.indexes.map(({ name, usedBy }) => [name, usedBy])).toEqual([
      ['recent_messages_idx', ['recent-messages']],
      ['unread_count_idx', ['unread-count']],
    ])
    expect(run).toMatchObject({ rounds: 18, measuringMs: 120_000, stoppedBy: 'settled' })
    expect(policy.delta).toBeGreaterThanOrEqual(policy.smallestEffect)
  })

  it('lists work, plans and cohorts of each query', () => {
    const [query] = summariseRun(makeEvidence({ noise: 0 })).queries
    expect(query?.plans.after).toBe('plans/recent-messages.after.json')
    expect(query?.indexesUsed).toEqual(['recent_messages_idx'])
    expect(query?.arms.before).toMatchObject({
      sharedBlocks: 1000,
      samples: 72,
      warmedUp: true,
    })
    expect(query?.planDifferences.map(({ cohort, changed }) => [cohort, changed])).toEqual([
      ['largest', true],
      ['median', true],
      ['tail', true],
    ])
    expect(query?.cohorts.map(({ cohort, samples }) => [cohort, samples])).toEqual([
      ['largest', 40],
      ['median', 72],
      ['tail', 32],
    ])
    expect(query?.cohorts[0]?.beforeMs).toBeCloseTo(120, 6)
    expect(query?.cohorts[0]?.speedup).toBeCloseTo(20, 6)
  })

  it('gives a 95th percentile from 200 executions on', () => {
    expect(summariseRun(makeEvidence({ rounds: 49 })).queries[0]?.arms.before.p95Ms).toBeNull()
    expect(summariseRun(makeEvidence({ rounds: 50 })).queries[0]?.arms.before.p95Ms).toBeGreaterThan(40)
  })
})

describe('makeEvidence', () => {
  it('makes lines and plans that their schemas accept', () => {
    const { header, warmUps, floor, samples, footer, plans } = makeEvidence()
    for (const line of [header, ...warmUps, ...floor, ...samples, footer]) {
      expect(evidenceLineSchema.parse(line)).toEqual(line)
    }
    for (const plan of plans) expect(armPlansSchema.parse(plan)).toEqual(plan)
  })
})
