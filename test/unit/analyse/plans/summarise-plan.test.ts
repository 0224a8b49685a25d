import { describe, expect, it } from 'vitest'
import { comparePlans, workDiffers } from '../../../../src/analyse/plans/compare-plans.js'
import { indexesIn, summarisePlan } from '../../../../src/analyse/plans/summarise-plan.js'
import type { ArmPlans, PlanNode } from '../../../../src/model/plan.js'

const NESTED: PlanNode = {
  'Node Type': 'Nested Loop',
  'Plan Rows': 40,
  'Total Cost': 10,
  'Actual Rows': 33,
  'Actual Loops': 1,
  'Shared Hit Blocks': 70,
  'Shared Read Blocks': 7,
  Plans: [
    { 'Node Type': 'Seq Scan', 'Relation Name': 'rooms', 'Plan Rows': 3, 'Total Cost': 1, 'Actual Rows': 3 },
    {
      'Node Type': 'Index Only Scan',
      'Index Name': 'messages_room_idx',
      'Relation Name': 'messages',
      'Plan Rows': 10,
      'Total Cost': 3,
      'Actual Rows': 10.67,
      'Actual Loops': 3,
      'Rows Removed by Filter': 1.5,
      'Rows Removed by Index Recheck': 0.5,
      'Heap Fetches': 4,
      'Shared Hit Blocks': 60,
    },
  ],
}

const explained = (row: number, Plan: PlanNode): ArmPlans['explained'] => [
  { row, cohort: 'median', hit: true, explain: { Plan } },
]

describe('summarisePlan', () => {
  it('writes the tree with two spaces a level', () => {
    expect(summarisePlan({ Plan: NESTED }).tree).toEqual([
      'Nested Loop',
      '  Seq Scan on rooms',
      '  Index Only Scan using messages_room_idx on messages',
    ])
  })

  it('takes blocks of the root alone, multiplies rows removed by loops, and heap fetches not', () => {
    expect(summarisePlan({ Plan: NESTED })).toMatchObject({
      rowsEstimated: 40,
      rowsActual: 33,
      blocks: 77,
      rowsRemoved: 6,
      heapFetches: 4,
    })
  })

  it('knows when it was not told', () => {
    const bare = { 'Node Type': 'Result', 'Plan Rows': 1, 'Total Cost': 0 }
    expect(summarisePlan({ Plan: bare })).toMatchObject({ rowsActual: null, blocks: null, rowsRemoved: 0 })
  })
})

describe('indexesIn', () => {
  it('names each index once, sorted', () => {
    const other = { ...NESTED, 'Index Name': 'a_idx' }
    expect(indexesIn([{ Plan: NESTED }, { Plan: other }])).toEqual(['a_idx', 'messages_room_idx'])
  })
})

describe('comparePlans', () => {
  it('pairs executions of the same parameter row only', () => {
    expect(comparePlans(explained(0, NESTED), explained(1, NESTED))).toEqual([])
    expect(comparePlans(explained(2, NESTED), explained(2, NESTED))).toMatchObject([
      { cohort: 'median', changed: false },
    ])
  })

  it('calls a plan changed by its tree, and work differing by its blocks too', () => {
    const warmer = { ...NESTED, 'Shared Read Blocks': 6 }
    const blocks = comparePlans(explained(0, NESTED), explained(0, warmer))
    expect(blocks[0]?.changed).toBe(false)
    expect(workDiffers(blocks)).toBe(true)
    const tree = comparePlans(explained(0, NESTED), explained(0, { ...NESTED, 'Node Type': 'Hash Join' }))
    expect(tree[0]?.changed).toBe(true)
    expect(workDiffers(comparePlans(explained(0, NESTED), explained(0, NESTED)))).toBe(false)
    expect(workDiffers([])).toBeNull()
  })

  it('does not know the work of triggers', () => {
    const calling = (Plan: PlanNode): ArmPlans['explained'] =>
      explained(0, Plan).map((entry) => ({
        ...entry,
        explain: { ...entry.explain, Triggers: [{ 'Trigger Name': 'RI_ConstraintTrigger', Calls: 1 }] },
      }))
    expect(workDiffers(comparePlans(calling(NESTED), calling(NESTED)))).toBeNull()
  })
})
