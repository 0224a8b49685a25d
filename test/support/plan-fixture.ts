// Pairs of plans that PostgreSQL 15 printed for 200,000 messages, with a query each: see the file's `query`.
import { readFileSync } from 'node:fs'
import { explainSchema, type Explain } from '../../src/model/plan.js'

export interface PlanFixture {
  readonly before: Explain
  readonly after: Explain
}

export function planFixture(name: string): PlanFixture {
  const text = readFileSync(new URL(`../fixtures/plans/${name}.json`, import.meta.url), 'utf8')
  const { before, after } = JSON.parse(text) as Record<string, unknown>
  return { before: explainSchema.parse(before), after: explainSchema.parse(after) }
}
