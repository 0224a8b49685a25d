import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alignPlans } from '../../../../src/analyse/plans/align-plans.js'
import { diffLines } from '../../../../src/analyse/plans/diff-plans.js'
import { planEntries } from '../../../../src/analyse/plans/plan-entries.js'
import type { PlanNode } from '../../../../src/model/plan.js'
import { planFixture } from '../../../support/plan-fixture.js'

const MARKS = { kept: ' ', changed: '!', added: '+', removed: '-' } as const

function diff(before: PlanNode, after: PlanNode): string[] {
  const lines = diffLines(alignPlans(planEntries(before), planEntries(after)))
  return lines.map((line) => `${MARKS[line.mark]} ${line.after ?? line.before ?? ''}`)
}

const fixtureDiff = (name: string): string[] => {
  const { before, after } = planFixture(name)
  return diff(before.Plan, after.Plan)
}

const node = (type: string, Plans: readonly PlanNode[] = [], relation?: string): PlanNode => ({
  'Node Type': type,
  'Plan Rows': 1,
  'Total Cost': 1,
  ...(relation === undefined ? {} : { 'Relation Name': relation }),
  Plans,
})

describe('two plans aligned', () => {
  it('change the scan of a table, and lose the nodes around it', () => {
    expect(fixtureDiff('stolen-order')).toEqual([
      '  Limit',
      '-   Sort',
      '!   Index Scan using messages_created_idx on messages',
      '-       Bitmap Index Scan using messages_kind_idx',
    ])
  })

  it('keep a node that moved up or down', () => {
    expect(fixtureDiff('sort-added')).toEqual([
      '  Limit',
      '+   Sort',
      '!     Bitmap Heap Scan on messages',
      '+       Bitmap Index Scan using messages_tenant_idx',
    ])
    expect(fixtureDiff('parallel-lost')).toEqual([
      '  Aggregate',
      '-   Gather',
      '-     Aggregate',
      '!   Bitmap Heap Scan on messages',
      '+     Bitmap Index Scan using messages_kind_idx',
    ])
  })

  it('never make one node of the scans of two tables', () => {
    const [users, rooms] = [node('Seq Scan', [], 'users'), node('Seq Scan', [], 'rooms')]
    expect(diff(node('Nested Loop', [users]), node('Hash Join', [rooms]))).toEqual([
      '! Hash Join',
      '-   Seq Scan on users',
      '+   Seq Scan on rooms',
    ])
  })

  it('keep everything where nothing changed, and every node exactly once where something did', () => {
    fc.assert(
      fc.property(plans, plans, (before, after) => {
        const lines = diffLines(alignPlans(planEntries(before), planEntries(after)))
        const texts = (side: 'before' | 'after'): string[] => lines.flatMap((line) => line[side] ?? [])
        const tree = (root: PlanNode): string[] =>
          planEntries(root).map(({ text, level }) => `${'  '.repeat(level)}${text}`)
        expect(texts('before')).toEqual(tree(before))
        expect(texts('after')).toEqual(tree(after))
        const isSame = tree(before).join('\n') === tree(after).join('\n')
        expect(lines.every(({ mark }) => mark === 'kept')).toBe(isSame)
      }),
      { numRuns: 50 },
    )
  })

  it('stand one under the other where there are hundreds of nodes', () => {
    const wide = (size: number): PlanNode =>
      node(
        'Append',
        Array.from({ length: size }, (_, i) => node('Seq Scan', [], `part_${i}`)),
      )
    expect(diff(wide(99), wide(100))).toHaveLength(201)
    expect(diff(wide(100), wide(100)).every((line) => line.startsWith(' '))).toBe(true)
  })
})

const plansOf = (levels: number): fc.Arbitrary<PlanNode> =>
  fc
    .record({
      type: fc.constantFrom('Hash Join', 'Nested Loop', 'Sort', 'Seq Scan', 'Index Scan', 'Limit'),
      relation: fc.constantFrom('users', 'rooms', undefined),
      below: levels === 0 ? fc.constant([]) : fc.array(plansOf(levels - 1), { maxLength: 2 }),
    })
    .map(({ type, relation, below }) => node(type, below, relation))

const plans = plansOf(3)
