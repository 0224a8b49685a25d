import { describe, expect, it } from 'vitest'
import { chooseLeftOut } from '../../../../src/experiment/questions/choose-left-out.js'
import type { IndexFacts } from '../../../../src/model/index-facts.js'
import { attributionEvidence } from '../../../support/attribution-evidence.js'

const { header, plans } = attributionEvidence({
  sizes: { i: 1, j: 1 },
  uses: [
    { query: 'a', index: 'i', effect: 1, costRatio: 2 },
    { query: 'b', index: 'i', effect: 1, costRatio: 9 },
    { query: 'a', index: 'j', effect: 1, costRatio: 3 },
  ],
})

const chosen = (leaveOneOut: IndexFacts['leaveOneOut'], budgetMs: number): readonly string[] => {
  const indexes = header.indexes === null ? null : { ...header.indexes, leaveOneOut }
  return chooseLeftOut({ indexes, migration: header.migration, plans, budgetMs }).map(
    ({ query, pair }) => `${query} ${pair}`,
  )
}

describe('the uses of indexes that are timed', () => {
  it('are all of them where time allows, each index first with the query that the planner fears most', () => {
    const all = ['b without public.i', 'a without public.j', 'a without public.i']
    expect(chosen('auto', 60_000)).toEqual(all)
    expect(chosen('on', 1)).toEqual(all)
  })

  it('are as many as fit into half of the budget', () => {
    // Two visits of three executions of 5 ms, and 3 ms of entering, in either arm: 72 ms a round, for 20 rounds.
    expect(chosen('auto', 2 * 2 * 20 * 72)).toEqual(['b without public.i', 'a without public.j'])
    expect(chosen('auto', 10)).toEqual([])
  })

  it('are none where it is switched off, or there is one index', () => {
    expect(chosen('off', 60_000)).toEqual([])
    const migration = { ...header.migration, indexes: header.migration.indexes.slice(0, 1) }
    expect(chooseLeftOut({ indexes: header.indexes, migration, plans, budgetMs: 60_000 })).toEqual([])
  })
})
