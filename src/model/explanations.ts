// What `explain` says of a user's queries. Its JSON Schema is published as schemas/explanations.schema.json; any change to
// it raises EXPLANATIONS_VERSION.
import { z } from 'zod'
import { explainSchema } from './plan.js'

export const EXPLANATIONS_VERSION = 1

export const explainedQuerySchema = z.strictObject({
  /** The file's name without .sql. */
  name: z.string(),
  file: z.string(),
  sql: z.string(),
  /** Where its parameters came from: generic is a plan that is made before they are known. */
  parameters: z.enum(['none', 'given', 'generic']),
  /** Why it was not executed, although that was asked for; null where it was, or nobody asked. */
  notAnalyzed: z.string().nullable(),
  /** What PostgreSQL said, with file:line:column; null where there are plans. */
  error: z.string().nullable(),
  /** One of each row of parameters. */
  plans: z.array(
    z.strictObject({
      row: z.int(),
      tree: z.array(z.string()),
      indexes: z.array(z.string()),
      explain: explainSchema,
    }),
  ),
})
export type ExplainedQuery = z.infer<typeof explainedQuerySchema>

export const explanationsSchema = z.strictObject({
  explanationsVersion: z.literal(EXPLANATIONS_VERSION),
  tool: z.strictObject({ name: z.literal('indexproof'), version: z.string() }),
  server: z.strictObject({ version: z.string(), database: z.string(), role: z.string() }),
  /** Were the queries executed? */
  analyzed: z.boolean(),
  queries: z.array(explainedQuerySchema),
})
export type Explanations = z.infer<typeof explanationsSchema>
