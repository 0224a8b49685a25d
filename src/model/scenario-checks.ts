// What a scenario asks beside claims: checks, each one SELECT that passes or not, and statements that are said to fail.
import { z } from 'zod'
import { armNameSchema } from './arm-name.js'

/** The arm whose answer is judged; both are asked. */
export const CHECK_MOMENTS = ['before', 'after', 'both'] as const
export type CheckMoment = (typeof CHECK_MOMENTS)[number]

export const checkFactsSchema = z.strictObject({
  name: z.string(),
  title: z.string(),
  /** What was published, word for word; null where nothing was. */
  says: z.string().nullable(),
  when: z.enum(CHECK_MOMENTS),
  sql: z.string(),
})
export type CheckFacts = z.infer<typeof checkFactsSchema>

export const failFactsSchema = z.strictObject({
  name: z.string(),
  title: z.string(),
  says: z.string().nullable(),
  /** The SQLSTATE it is said to fail with; null for any. */
  sqlstate: z.string().nullable(),
  sql: z.string(),
})
export type FailFacts = z.infer<typeof failFactsSchema>

const failureSchema = z.strictObject({ sqlstate: z.string(), message: z.string() })

export const checkAnswerSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('answered'), passed: z.boolean(), detail: z.string() }),
  /** It gave no answer: PostgreSQL refused it, or it did not return one row (passed, detail). */
  z.strictObject({ state: z.literal('void'), reason: z.string() }),
])
export type CheckAnswer = z.infer<typeof checkAnswerSchema>

/** A check asked in one arm, once all is measured. */
export const checkLineSchema = z.strictObject({
  type: z.literal('check'),
  check: z.string(),
  arm: armNameSchema,
  answer: checkAnswerSchema,
})
export type CheckLine = z.infer<typeof checkLineSchema>

/** A statement that is said to fail, run with the migration and rolled back. */
export const failLineSchema = z.strictObject({
  type: z.literal('fail'),
  fail: z.string(),
  /** Null where it did not fail. */
  failure: failureSchema.nullable(),
})
export type FailLine = z.infer<typeof failLineSchema>

const verdict = z.enum(['confirmed', 'refuted', 'void'])

export const checkResultSchema = checkFactsSchema.extend({
  verdict,
  reason: z.string(),
  /** Null where the run ended before it was asked. */
  before: checkAnswerSchema.nullable(),
  after: checkAnswerSchema.nullable(),
})
export type CheckResult = z.infer<typeof checkResultSchema>

export const failResultSchema = failFactsSchema.extend({
  verdict,
  reason: z.string(),
  /** What PostgreSQL said; null where it did not fail, or was not run. */
  failure: failureSchema.nullable(),
})
export type FailResult = z.infer<typeof failResultSchema>
