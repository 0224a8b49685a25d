import { describe, expect, it } from 'vitest'
import { misestimatesIn } from '../../../../src/analyse/plans/misestimates.js'
import type { PlanNode } from '../../../../src/model/plan.js'
import { planFixture } from '../../../support/plan-fixture.js'

const node = (type: string, estimated: number, actual: number, more: Partial<PlanNode> = {}): PlanNode => ({
  'Node Type': type,
  'Plan Rows': estimated,
  'Total Cost': 1,
  'Actual Rows': actual,
  'Actual Loops': 1,
  ...more,
})

const scan = node('Seq Scan', 5000, 20)

const flagged = (root: PlanNode): string[] => misestimatesIn(root).map(({ node: text }) => text)

describe('misestimates', () => {
  it('are nodes off by ten times, either way', () => {
    expect(misestimatesIn(node('Seq Scan', 20, 200))).toEqual([
      { node: 'Seq Scan', estimated: 20, actual: 200, factor: 10 },
    ])
    expect(flagged(node('Seq Scan', 20, 199))).toEqual([])
    expect(flagged(scan)).toEqual(['Seq Scan'])
  })

  it('count fewer than one row as one', () => {
    expect(flagged(node('Index Scan', 9, 0))).toEqual([])
    expect(flagged(node('Index Scan', 0, 9))).toEqual([])
  })

  it.each<[string, PlanNode, string[]]>([
    ['below a LIMIT may be cut short', node('Limit', 20, 20, { Plans: [scan] }), []],
    [
      'below a sort are not, whatever is above it',
      node('Limit', 20, 20, { Plans: [node('Sort', 20, 20, { Plans: [scan] })] }),
      ['Seq Scan'],
    ],
    [
      'below a LIMIT still show too many rows',
      node('Limit', 20, 20, { Plans: [node('Seq Scan', 2, 20)] }),
      ['Seq Scan'],
    ],
    [
      'on the side of a semi-join that stops at the first match may be cut short',
      node('Nested Loop', 20, 20, { 'Join Type': 'Semi', Plans: [scan] }),
      [],
    ],
    [
      'in a subplan may be cut short',
      node('Seq Scan', 9, 9, { Plans: [{ ...scan, 'Parent Relationship': 'SubPlan' }] }),
      [],
    ],
    [
      'below groups that come in order may be cut short',
      node('Limit', 1, 1, { Plans: [node('Aggregate', 1, 1, { Strategy: 'Sorted', Plans: [scan] })] }),
      [],
    ],
  ])('of rows %s', (_, root, expected) => {
    expect(flagged(root)).toEqual(expected)
  })

  it('say nothing of a node that never ran, or that counts no rows', () => {
    expect(flagged(node('Seq Scan', 5000, 0, { 'Actual Loops': 0 }))).toEqual([])
    expect(flagged(node('BitmapAnd', 5000, 0))).toEqual([])
    expect(flagged({ 'Node Type': 'Seq Scan', 'Plan Rows': 5000, 'Total Cost': 1 })).toEqual([])
  })

  it('are found in a plan for correlated columns', () => {
    expect(misestimatesIn(planFixture('misestimate').after.Plan)).toMatchObject([
      { node: 'Bitmap Heap Scan on messages', estimated: 665, actual: 11_521 },
    ])
  })
})
