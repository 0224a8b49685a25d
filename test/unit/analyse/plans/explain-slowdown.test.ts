import { describe, expect, it } from 'vitest'
import { explainSlowdown } from '../../../../src/analyse/plans/explain-slowdown.js'
import type { Finding } from '../../../../src/model/forensics.js'
import { planFixture } from '../../../support/plan-fixture.js'

type Found = Omit<Finding, 'cohorts'>

function found(name: string, newIndex: string): readonly Found[] {
  const { before, after } = planFixture(name)
  return explainSlowdown(before.Plan, after.Plan, new Set([newIndex]))
}

const CASES: readonly (readonly [string, string, readonly Found[]])[] = [
  [
    'stolen-order',
    'messages_created_idx',
    [
      {
        code: 'index-for-order',
        text: 'the planner now takes the new index messages_created_idx for the order and filters 160,000 rows away; before it took messages_kind_idx and sorted 40,000 rows',
      },
    ],
  ],
  [
    'index-only-lost',
    'messages_tenant_idx',
    [
      {
        code: 'index-only-lost',
        text: 'the planner now takes the new index messages_tenant_idx for messages; before messages_tenant_created_idx alone answered, without the table',
      },
    ],
  ],
  [
    'join-method',
    'messages_room_idx',
    [
      {
        code: 'new-index',
        text: 'the planner now takes the new index messages_room_idx alone for messages; before it took a sequential scan',
      },
      { code: 'join-order', text: 'it joins in the order r, m; before m, r' },
      { code: 'join-method', text: 'it joins by nested loop, its inner side 10 times; before by hash' },
    ],
  ],
  [
    'join-order',
    'messages_room_idx',
    [
      {
        code: 'new-index',
        text: 'the planner now takes the new index messages_room_idx for messages; before it took a sequential scan',
      },
      {
        code: 'other-access',
        text: 'the planner now takes users_pkey for users and filters 11,521 rows away; before it took a sequential scan',
      },
      { code: 'join-order', text: 'it joins in the order r, m, u; before u, r, m' },
      { code: 'misestimate', text: 'the planner expected 23 rows of Nested Loop, and met 11,521' },
    ],
  ],
  [
    'sort-added',
    'messages_tenant_idx',
    [
      {
        code: 'new-index',
        text: 'the planner now takes the new index messages_tenant_idx for messages; before it took messages_tenant_created_idx',
      },
      { code: 'sort-added', text: 'it now sorts 11,521 rows, and did not before' },
    ],
  ],
  [
    'spill',
    'no_index',
    [
      { code: 'sort-added', text: 'it now sorts 200,000 rows, and did not before' },
      { code: 'spill', text: 'it spills 950 blocks to disk, 0 before' },
    ],
  ],
  [
    'parallel-lost',
    'messages_kind_idx',
    [
      {
        code: 'new-index',
        text: 'the planner now takes the new index messages_kind_idx for messages; before it took a sequential scan',
      },
      { code: 'parallel-lost', text: 'it runs in one process; before with parallel workers' },
      {
        code: 'misestimate',
        text: 'the planner expected 4 rows of Bitmap Heap Scan on messages, and met 288',
      },
    ],
  ],
  [
    'misestimate',
    'no_index',
    [
      {
        code: 'other-access',
        text: 'the planner now takes messages_room_idx for messages; before it took a sequential scan',
      },
      {
        code: 'misestimate',
        text: 'the planner expected 665 rows of Bitmap Heap Scan on messages, and met 11,521',
      },
    ],
  ],
]

describe('what changed in a plan', () => {
  it.each(CASES)('of %s is named', (name, newIndex, expected) => {
    expect(found(name, newIndex)).toEqual(expected)
  })

  it('names a sort that went away without another index', () => {
    const { before } = planFixture('spill')
    const { after } = planFixture('spill')
    expect(explainSlowdown(after.Plan, before.Plan, new Set()).map(({ text }) => text)).toEqual([
      'it no longer sorts (before, 200,000 rows)',
    ])
  })

  it('is nothing between a plan and itself', () => {
    const { before } = planFixture('stolen-order')
    expect(explainSlowdown(before.Plan, before.Plan, new Set())).toEqual([])
  })
})
