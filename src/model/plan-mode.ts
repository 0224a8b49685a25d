// How PostgreSQL is told to plan a prepared statement: anew for its parameters each time, once for all of them, or as it sees fit.
import { z } from 'zod'

export const planModeSchema = z.enum(['custom', 'generic', 'automatic'])
export type PlanMode = z.infer<typeof planModeSchema>

/** A mode, or custom compared with generic. */
export const planChoiceSchema = z.enum([...planModeSchema.options, 'compare'])
export type PlanChoice = z.infer<typeof planChoiceSchema>

/** What plan_cache_mode is set to. */
export const PLAN_CACHE_MODE: Readonly<Record<PlanMode, string>> = {
  custom: 'force_custom_plan',
  generic: 'force_generic_plan',
  automatic: 'auto',
}

/** The mode of the main pair: a comparison of modes looks closer at a query measured with custom plans. */
export const planModeOf = (choice: PlanChoice): PlanMode => (choice === 'compare' ? 'custom' : choice)
