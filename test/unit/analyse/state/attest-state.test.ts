import { describe, expect, it } from 'vitest'
import { analyse } from '../../../../src/analyse/analyse.js'
import { attestState } from '../../../../src/analyse/state/attest-state.js'
import { at } from '../../../../src/model/at.js'
import type { Evidence, StateReading } from '../../../../src/model/evidence.js'
import type { TableState } from '../../../../src/model/state.js'
import { makeEvidence } from '../../../support/evidence.js'
import { makeReading, makeTableState } from '../../../support/state-reading.js'

const evidenceWith = (...states: StateReading[]): Evidence => ({ ...makeEvidence(), states })

const messages = (changes: Partial<TableState>): Partial<StateReading> => ({
  tables: [makeTableState('public.messages', changes)],
})
const calm = messages({})

const verdicts = (evidence: Evidence): string[] =>
  analyse(evidence).queries.map(({ verdict, detail }) =>
    detail === null ? verdict : `${verdict}: ${detail}`,
  )

const codes = (evidence: Evidence): string[] => analyse(evidence).warnings.map(({ code }) => code)

describe('a block whose statistics drifted', () => {
  const drifted = evidenceWith(makeReading('start', calm), makeReading('end', messages({ analyzes: 2 })))

  it('voids the queries it measured, and no others', () => {
    expect(verdicts(drifted)).toEqual(['void: statistics drifted', 'void: statistics drifted', 'faster'])
    expect(at(analyse(drifted).queries, 0).reason).toBe(
      'ANALYZE ran on table messages, while the block "reads" was measured',
    )
  })

  it('voids a closer look that it measured', () => {
    const { header, samples, ...rest } = drifted
    const pair = 'without public.i' as const
    const closer = samples
      .filter((sample) => sample.query === 'unread-count')
      .map((sample) => ({ ...sample, pair }))
    const comparisons = ['unread-count (without public.i)']
    const states = rest.states.map((reading) => ({ ...reading, block: 'indexes', comparisons }))
    const evidence = {
      ...rest,
      header: { ...header, comparisons: [...header.comparisons, { query: 'unread-count', pair }] },
      samples: [...samples, ...closer],
      states,
    }
    expect(analyse(evidence).comparisons).toMatchObject([{ verdict: 'void', detail: 'statistics drifted' }])
    expect(verdicts(evidence)).toContain('faster')
  })

  it('is not known while the block is still measured', () => {
    expect(verdicts(evidenceWith(makeReading('start', calm)))).toEqual(verdicts(makeEvidence()))
  })
})

describe('an interruption', () => {
  const interrupted = evidenceWith(
    makeReading('start', messages({ analyzes: 1 })),
    makeReading('start', messages({ analyzes: 8, statistics: 'of another database' })),
    makeReading('end', messages({ analyzes: 8, statistics: 'of another database' })),
  )

  it('begins anew: only the ends of one stretch are compared', () => {
    expect(verdicts(interrupted)).toEqual(verdicts(makeEvidence()))
  })

  it('leaves the block attested in part, and says so', () => {
    expect(at(attestState(interrupted).blocks, 0)).toMatchObject({ attested: 'in part', failure: null })
    expect(codes(interrupted)).toContain('state-unattested')
  })
})

describe('what happened within a block', () => {
  it('is added up over its tables, and its checkpoints are those of one cluster', () => {
    const grown = messages({ writtenRows: 1600, deadRows: 500, residentPages: 80 })
    const states = (['before', 'after'] as const).flatMap((database) => [
      makeReading('start', { ...calm, database }),
      makeReading('end', { ...grown, database, checkpoints: 7 }),
    ])
    expect(at(attestState(evidenceWith(...states)).blocks, 0)).toMatchObject({
      attested: 'whole',
      checkpoints: 2,
      writtenRows: 1200,
      deadRows: 1000,
      residentShare: 0.8,
    })
  })

  it('is not known of shared buffers and checkpoints where nobody can tell', () => {
    const blind = { ...messages({ residentPages: null }), checkpoints: null }
    const [block] = attestState(evidenceWith(makeReading('start', blind), makeReading('end', blind))).blocks
    expect(block).toMatchObject({ residentShare: null, checkpoints: null })
  })

  it('shows the most pressure of any of its rounds', () => {
    const pressures = [3, 40, 12].map((cpuPercent) => ({ cpuPercent, load: null }))
    const evidence = evidenceWith(makeReading('start'), makeReading('end'))
    const rounds = pressures.map((pressure, i) => ({
      type: 'round' as const,
      block: 'reads',
      round: i + 1,
      settled: [],
      elapsedMs: 1,
      at: '2025-06-01T12:00:00.000Z',
      pressure,
    }))
    expect(at(attestState({ ...evidence, rounds }).blocks, 0).pressure).toEqual({
      cpuPercent: 40,
      load: null,
    })
  })
})

describe('what a reader is warned of', () => {
  const warnings = (end: Partial<StateReading>, changes: Partial<StateReading> = {}): string[] =>
    codes(
      evidenceWith(
        makeReading('start', { ...calm, ...changes }),
        makeReading('end', { ...calm, ...end, ...changes }),
      ),
    )

  it('is nothing where the state held', () => {
    expect(warnings({})).toEqual(codes(makeEvidence()))
  })

  it('is a checkpoint within a block', () => {
    expect(warnings({ checkpoints: 6 })).toContain('checkpoint-while-measured')
  })

  it('are dead rows and lost visibility of more than a hundredth, in a block that only reads', () => {
    expect(warnings(messages({ deadRows: 10, visiblePages: 99 }))).toEqual(codes(makeEvidence()))
    expect(warnings(messages({ deadRows: 11, visiblePages: 98 }))).toEqual(
      expect.arrayContaining(['rows-died-while-measured', 'visibility-lost-while-measured']),
    )
  })

  it('are no dead rows where writes are measured: they are what a rolled-back write leaves', () => {
    const { header, ...rest } = evidenceWith(
      makeReading('start', calm),
      makeReading('end', messages({ deadRows: 900, visiblePages: 0 })),
    )
    const queries = header.queries.map((query) => ({ ...query, writes: true }))
    expect(codes({ ...rest, header: { ...header, queries } })).not.toContain('rows-died-while-measured')
  })

  it('is a reading query whose execution dirties blocks', () => {
    const evidence = makeEvidence()
    const plans = evidence.plans.map((plan) => ({
      ...plan,
      explained: plan.explained.map(({ explain, ...rest }) => ({
        ...rest,
        explain: {
          ...explain,
          Plan: { ...explain.Plan, 'Shared Dirtied Blocks': plan.arm === 'before' ? 7 : 0 },
        },
      })),
    }))
    const found = analyse({ ...evidence, plans }).warnings.filter(({ code }) => code === 'reads-dirty-pages')
    expect(found).toHaveLength(3)
    expect(found[0]).toMatchObject({
      query: 'recent-messages',
      message: expect.stringContaining('It dirtied 7 blocks in the arm before'),
    })
  })
})
