// The shape of scenario.yaml. What the shape cannot say (files, SQL, names that must agree) is checked after it.
import { z } from 'zod'
import { parseClaim, type Claim } from '../model/claim.js'

export const RULES = ['ivfflat-lists', 'ivfflat-probes'] as const

const KEBAB = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/
const SNAKE = /^[a-z][a-z0-9_]*$/
const SETTING = /^[a-z_][a-z0-9_]*(?:\.[a-z_][a-z0-9_]*)*$/i
/** Would let a query run as somebody else than the role it is measured under. */
const IDENTITY = new Set(['role', 'session_authorization'])

const text = z.string().trim().min(1)
const kebab = z
  .string()
  .regex(KEBAB, 'expected kebab-case: lower-case words joined by "-", such as "inbox-by-date"')
const claim = z.string().transform((written, context): Claim => {
  const parsed = parseClaim(written)
  if (!('problem' in parsed)) return parsed
  context.addIssue({ code: 'custom', message: `"${written}" is not a claim: ${parsed.problem}` })
  return z.NEVER
})

const placeholderName = z
  .string()
  .regex(SNAKE, 'expected a name of lower-case letters, digits and "_", such as "lists"')
  .refine(
    (name) => !name.startsWith('role_'),
    'names that begin with "role_" belong to the roles of datasets',
  )
const settingName = z
  .string()
  .regex(SETTING, 'expected the name of a setting, such as "work_mem" or "ivfflat.probes"')
  .refine((name) => !IDENTITY.has(name.toLowerCase()), 'the role of a query is its key "role", not a setting')

const querySchema = z.strictObject({
  name: kebab,
  title: text,
  claim: claim.optional(),
  role: text.optional(),
  settings: z
    .record(settingName, z.union([z.string(), z.number(), z.boolean()]).transform(String))
    .optional(),
  recall: z.strictObject({ k: z.int().min(1), id: text, distance: text }).optional(),
})

export const definitionSchema = z.strictObject({
  title: text,
  dataset: kebab,
  role: text,
  arms: z.enum(['transactions', 'clones']).optional(),
  placeholders: z.record(placeholderName, z.strictObject({ rule: z.enum(RULES), table: text })).optional(),
  queries: z.array(querySchema).min(1),
})

export type Definition = z.infer<typeof definitionSchema>
export type QueryDefinition = Definition['queries'][number]
