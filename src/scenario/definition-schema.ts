// The shape of scenario.yaml. What the shape cannot say (files, SQL, names that must agree) is checked after it.
import { z } from 'zod'
import { isOfRecall, parseClaim, type Claim, type TimedClaim } from '../model/claim.js'
import { CLAIMED_PAIRS } from '../model/group-claim.js'
import { planChoiceSchema } from '../model/plan-mode.js'
import { parseQuantifier, type Quantifier } from '../model/quantifier.js'
import { CHECK_MOMENTS } from '../model/scenario-checks.js'

export const RULES = ['ivfflat-lists', 'ivfflat-probes'] as const

const KEBAB = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/
const SNAKE = /^[a-z][a-z0-9_]*$/
const SETTING = /^[a-z_][a-z0-9_]*(?:\.[a-z_][a-z0-9_]*)*$/i
/** Longer names do not fit a table, nor with what is added to them the name of a file. */
const LONGEST_NAME = 63
const LONGEST_TEXT = 300

const plain = z.string().refine((written) => !written.includes('\0'), 'a NUL character is not text')
const text = plain.trim().min(1).max(LONGEST_TEXT, `expected at most ${LONGEST_TEXT} characters`)
const kebab = z
  .string()
  .max(LONGEST_NAME, `expected at most ${LONGEST_NAME} characters`)
  .regex(KEBAB, 'expected kebab-case: lower-case words joined by "-", such as "inbox-by-date"')
const claim = z.string().transform((written, context): Claim => {
  const parsed = parseClaim(written)
  if (!('problem' in parsed)) return parsed
  context.addIssue({ code: 'custom', message: `"${written}" is not a claim: ${parsed.problem}` })
  return z.NEVER
})

const timedClaim = claim.transform((parsed, context): TimedClaim => {
  if (!isOfRecall(parsed)) return parsed
  context.addIssue({
    code: 'custom',
    message: `"${parsed.text}" belongs under claims, with the queries it is of`,
  })
  return z.NEVER
})

const quantifier = z.string().transform((written, context): Quantifier => {
  const parsed = parseQuantifier(written)
  if (!('problem' in parsed)) return parsed
  context.addIssue({ code: 'custom', message: `"${written}" is not a quantifier: ${parsed.problem}` })
  return z.NEVER
})

const placeholderName = z
  .string()
  .max(LONGEST_NAME, `expected at most ${LONGEST_NAME} characters`)
  .regex(SNAKE, 'expected a name of lower-case letters, digits and "_", such as "lists"')
  .refine(
    (name) => !name.startsWith('role_'),
    'names that begin with "role_" belong to the roles of datasets',
  )
const settingName = z
  .string()
  .max(LONGEST_NAME, `expected at most ${LONGEST_NAME} characters`)
  .regex(SETTING, 'expected the name of a setting, such as "work_mem" or "ivfflat.probes"')

const rls = z.enum(['keep', 'compare'])

const querySchema = z.strictObject({
  name: kebab,
  title: text,
  says: text.optional(),
  claim: timedClaim.optional(),
  role: text.optional(),
  settings: z.record(settingName, z.union([plain, z.number(), z.boolean()]).transform(String)).optional(),
  recall: z.strictObject({ k: z.int().min(1), id: text, distance: text }).optional(),
  rls: rls.optional(),
  plan: planChoiceSchema.optional(),
})

const writeSchema = z.strictObject({ name: kebab, title: text, role: text.optional() })
const groupClaimSchema = z.strictObject({
  name: kebab,
  title: text,
  says: text.optional(),
  claim,
  queries: z.array(text).min(1),
  quantifier,
  pair: z.enum(CLAIMED_PAIRS).optional(),
})

const checkSchema = z.strictObject({
  name: kebab,
  title: text,
  says: text.optional(),
  when: z.enum(CHECK_MOMENTS).optional(),
})

const sqlstate = z
  .string()
  .regex(/^[0-9A-Z]{5}$/, `expected five digits or capitals in quotes, such as '42703'`)
const failSchema = z.strictObject({
  name: kebab,
  title: text,
  says: text.optional(),
  sqlstate: sqlstate.optional(),
})

export const definitionSchema = z.strictObject({
  title: text,
  dataset: kebab,
  role: text,
  arms: z.enum(['transactions', 'clones']).optional(),
  rls: rls.optional(),
  plan: planChoiceSchema.optional(),
  placeholders: z.record(placeholderName, z.strictObject({ rule: z.enum(RULES), table: text })).optional(),
  queries: z.array(querySchema).min(1),
  claims: z.array(groupClaimSchema).optional(),
  writes: z.array(writeSchema).optional(),
  checks: z.array(checkSchema).optional(),
  fails: z.array(failSchema).optional(),
})

export type Definition = z.infer<typeof definitionSchema>
export type GroupClaimDefinition = NonNullable<Definition['claims']>[number]
export type QueryDefinition = Definition['queries'][number]
export type WriteDefinition = NonNullable<Definition['writes']>[number]
export type CheckDefinition = NonNullable<Definition['checks']>[number]
export type FailDefinition = NonNullable<Definition['fails']>[number]
