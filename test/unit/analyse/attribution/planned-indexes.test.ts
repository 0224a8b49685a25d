import { describe, expect, it } from 'vitest'
import { firedKeys } from '../../../../src/analyse/attribution/fired-keys.js'
import { plannedIndexes } from '../../../../src/analyse/attribution/planned-indexes.js'
import type { ForeignKey } from '../../../../src/model/index-facts.js'
import type { Explain, PlanNode } from '../../../../src/model/plan.js'

const node = (changes: Partial<PlanNode>): PlanNode => ({
  'Node Type': 'Scan',
  'Plan Rows': 1,
  'Total Cost': 1,
  ...changes,
})

describe('the indexes of a plan', () => {
  it('have the schema of their table, below a bitmap too', () => {
    const bitmap = node({ 'Index Name': 'i' })
    const heap = node({ Schema: 'tenant', 'Relation Name': 'messages', Plans: [node({ Plans: [bitmap] })] })
    const other = node({ Schema: 'public', 'Relation Name': 'users', 'Index Name': 'j' })
    expect(plannedIndexes({ Plan: node({ Plans: [heap, other, other] }) })).toEqual(['public.j', 'tenant.i'])
  })
})

const KEY: ForeignKey = {
  constraint: 'messages_conversation_id_fkey',
  table: 'public.messages',
  references: 'public.conversations',
  columns: ['conversation_id'],
  indexes: ['public.i'],
}

describe('a foreign key', () => {
  const explained = (trigger: string, Relation: string, Calls = 1) => [
    {
      row: 0,
      cohort: 'largest',
      hit: true,
      explain: {
        Plan: node({}),
        Triggers: [{ 'Trigger Name': trigger, 'Constraint Name': KEY.constraint, Relation, Calls }],
      } satisfies Explain,
    },
  ]

  it('is checked by what fires the trigger of the parent', () => {
    expect(firedKeys(explained('RI_ConstraintTrigger_a_16400', 'conversations'), [KEY])).toEqual([KEY])
  })

  it('is not by the trigger of the child, which looks up the parent, nor by one that was not called', () => {
    expect(firedKeys(explained('RI_ConstraintTrigger_c_16402', 'messages'), [KEY])).toEqual([])
    expect(firedKeys(explained('RI_ConstraintTrigger_a_16400', 'conversations', 0), [KEY])).toEqual([])
    expect(firedKeys(explained('RI_ConstraintTrigger_a_16400', 'tenants'), [KEY])).toEqual([])
  })
})
