import { describe, expect, it } from 'vitest'
import { findHarm } from '../../../../src/analyse/vectors/find-harm.js'
import type { FilterEvidence } from '../../../../src/model/vectors/filter-evidence.js'
import { filterEvidence } from '../../../support/filter-evidence.js'

const SEED = 3

/** The 1 % case as it was measured: the planner took HNSW, found 0.4 of 10 rows, and was no faster. */
const planner = filterEvidence({ recalls: [0, 0, 0.1, 0, 0.1], rows: [0, 0, 1, 0, 1], latencyMs: 1.9 })
const exact = filterEvidence({
  strategy: 'B-tree and exact sort',
  index: { kind: 'exact', metric: 'cosine' },
  plan: 'items_tenant_id',
  recalls: [1, 1, 1, 1, 1],
  rows: [10, 10, 10, 10, 10],
  latencyMs: 1.7,
})
const iterative = filterEvidence({
  strategy: 'approximate, strict order',
  recalls: [0.9, 0.9, 1, 0.9, 1],
  rows: [10, 10, 10, 10, 10],
  latencyMs: 39,
})

const textsOf = (filters: readonly FilterEvidence[]): readonly string[] =>
  findHarm(filters, SEED).map(({ text }) => text)

describe('harm', () => {
  it('is a plan of the planner’s that loses recall and saves nothing', () => {
    expect(findHarm([planner, exact, iterative], SEED)).toEqual([
      {
        filter: planner.filter,
        planMode: 'custom',
        lost: {
          strategy: 'planner’s choice',
          index: planner.index,
          planIndex: 'items_hnsw_vector_cosine_m16_ef64',
          recall: expect.closeTo(0.04) as number,
          medianMs: 1.9,
        },
        better: {
          strategy: 'B-tree and exact sort',
          index: { kind: 'exact', metric: 'cosine' },
          planIndex: 'items_tenant_id',
          recall: 1,
          medianMs: 1.7,
        },
        text: 'At 1 % (tenant 7, against the query) the planner took HNSW (m = 16, ef_construction = 64): 0.4 of 10 rows, recall 0.04, 1.9 ms; the exact plan finds all in 1.7 ms.',
      },
    ])
  })

  it('is none where what finds more is slower, unless most of the answer is lost', () => {
    const half = filterEvidence({ recalls: [0.6, 0.6, 0.5, 0.7, 0.6], latencyMs: 1.9 })
    expect(textsOf([half, { ...exact, latenciesMs: [4, 4, 4, 4, 4] }])).toEqual([])
    expect(textsOf([half, { ...exact, latenciesMs: [2.2, 2.2, 2.2, 2.2, 2.2] }])).toHaveLength(1)
    const dear = { ...exact, latenciesMs: exact.latenciesMs.map(() => 30) }
    expect(textsOf([planner, dear])).toHaveLength(1)
    expect(textsOf([planner, { ...dear, latenciesMs: dear.latenciesMs.map(() => 60) }])).toEqual([])
    const nothing = filterEvidence({ recalls: [0, 0, 0, 0, 0], latencyMs: 1.9 })
    expect(textsOf([nothing, dear])).toHaveLength(1)
    expect(textsOf([nothing, { ...dear, latenciesMs: dear.latenciesMs.map(() => 5000) }])).toEqual([])
  })

  it('is none where the loss is not certain, or too small', () => {
    const nearly = filterEvidence({ recalls: [1, 1, 0.9, 1, 0.9], latencyMs: 1.9 })
    expect(textsOf([nearly, exact])).toEqual([])
    const once = filterEvidence({ recalls: [1, 1, 0.5, 1, 1], latencyMs: 1.9 })
    expect(textsOf([once, exact])).toEqual([])
  })

  it('is found in generic plans, next to the custom one that does better', () => {
    const generic = { ...planner, planMode: 'generic' } as const
    const custom = filterEvidence({ plan: 'items_tenant_id', recalls: [1, 1, 1, 1, 1], latencyMs: 0.5 })
    expect(textsOf([generic, custom])).toEqual([
      'At 1 % (tenant 7, against the query), with a generic plan, the planner took HNSW (m = 16, ef_construction = 64): 0.4 of 10 rows, recall 0.04, 1.9 ms; the planner’s custom plan, items_tenant_id, finds all in 0.5 ms.',
    ])
  })

  it('is not looked for under another filter, nor in what is void', () => {
    const elsewhere = { ...exact, filter: { ...exact.filter, name: 'tenant 8, anywhere' } }
    expect(textsOf([planner, elsewhere])).toEqual([])
    expect(textsOf([planner, { ...exact, voidBecause: 'a search took longer than 1 s' }])).toEqual([])
    expect(textsOf([{ ...planner, voidBecause: 'a search took longer than 1 s' }, exact])).toEqual([])
    expect(textsOf([])).toEqual([])
  })

  it('is held against the fastest of those that find about as much', () => {
    const partial = filterEvidence({
      strategy: 'partial index',
      recalls: [1, 0.9, 1, 1, 1],
      latencyMs: 0.4,
    })
    const [harm] = findHarm([planner, exact, partial], SEED)
    expect(harm?.better).toMatchObject({ strategy: 'partial index', medianMs: 0.4 })
    expect(harm?.text).toMatch(
      /; a partial index, HNSW \(m = 16, ef_construction = 64\), reaches recall 0\.98 in 0\.4 ms\.$/,
    )
  })
})
