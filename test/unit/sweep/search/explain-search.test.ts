import { describe, expect, it } from 'vitest'
import type { PlanNode } from '../../../../src/model/plan.js'
import { readPlan } from '../../../../src/sweep/search/explain-search.js'

const node = (type: string, more: Partial<PlanNode> = {}): PlanNode => ({
  'Node Type': type,
  'Plan Rows': 10,
  'Total Cost': 1,
  ...more,
})

const scan = (more: Partial<PlanNode> = {}): PlanNode =>
  node('Index Scan', {
    'Relation Name': 'items',
    'Index Name': 'items_hnsw',
    'Actual Rows': 10,
    'Rows Removed by Filter': 30,
    'Actual Loops': 1,
    ...more,
  })

describe('the plan of a search', () => {
  it('names the index, and counts the rows that its filter removed', () => {
    const limit = node('Limit', { 'Shared Hit Blocks': 7, 'Shared Read Blocks': 5, Plans: [scan()] })
    expect(readPlan(limit, true)).toEqual({
      index: 'items_hnsw',
      node: 'Index Scan',
      rowsVisited: 40,
      rowsScanned: 40,
      sharedBlocks: 12,
    })
  })

  it('does not know how many rows an index looked at that gives them in order of distance', () => {
    const limit = node('Limit', { Plans: [scan({ 'Order By': "(embedding <=> '[1]'::vector)" })] })
    expect(readPlan(limit, true)).toMatchObject({ rowsVisited: 40, rowsScanned: null })
  })

  it('has the rows that are expected where nothing was executed', () => {
    expect(readPlan(node('Limit', { Plans: [scan({ 'Plan Rows': 99 })] }), false)).toMatchObject({
      rowsVisited: 99,
      rowsScanned: null,
      sharedBlocks: 0,
    })
  })

  it('counts the rows of every process of a parallel scan', () => {
    const parallel = node('Seq Scan', {
      'Relation Name': 'items',
      'Actual Rows': 333.33,
      'Actual Loops': 3,
    })
    const gather = node('Gather Merge', { Plans: [node('Sort', { Plans: [parallel] })] })
    expect(readPlan(gather, true)).toMatchObject({
      index: null,
      node: 'Seq Scan',
      rowsVisited: 1000,
      rowsScanned: 1000,
    })
  })

  it('finds the index of a bitmap below its scan', () => {
    const bitmap = node('Bitmap Heap Scan', {
      'Relation Name': 'items',
      'Actual Rows': 5,
      'Actual Loops': 1,
      Plans: [node('Bitmap Index Scan', { 'Index Name': 'items_tenant' })],
    })
    expect(readPlan(node('Sort', { Plans: [bitmap] }), true)).toMatchObject({
      index: 'items_tenant',
      node: 'Bitmap Heap Scan',
      rowsVisited: 5,
    })
  })

  it('adds up the partitions of a table', () => {
    const append = node('Merge Append', { Plans: [scan(), scan({ 'Index Name': 'other' })] })
    expect(readPlan(append, true)).toMatchObject({ index: 'items_hnsw', rowsVisited: 80 })
  })
})
