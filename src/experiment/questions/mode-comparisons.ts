// Closer looks at queries as the application runs them: without row-level security, and with generic plans.
import type { Comparison } from '../../model/comparison.js'
import type { PlanChoice } from '../../model/plan-mode.js'
import type { Query } from '../../model/scenario.js'

type ModesOf = Pick<Query, 'name' | 'rls' | 'plan' | 'parameterCount'>

/**
 * In the scenario's order. A query without parameters has one plan, whatever the mode; without a secured table there is no
 * policy to switch off.
 */
export const modeComparisons = (queries: readonly ModesOf[], securedTables: number): readonly Comparison[] =>
  queries.flatMap(({ name, rls, plan, parameterCount }): Comparison[] => [
    ...(rls === 'compare' && securedTables > 0 ? [{ query: name, pair: 'policy' } as const] : []),
    ...(plan === 'compare' && parameterCount > 0 ? [{ query: name, pair: 'generic' } as const] : []),
  ])

/** The queries with their plans made as the command line says, if it says anything. */
export const withPlanChoice = (queries: readonly Query[], choice: PlanChoice | null): readonly Query[] =>
  choice === null ? queries : queries.map((query) => ({ ...query, plan: choice }))
