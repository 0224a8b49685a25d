// The words after `indexproof run`, checked once: inside, nothing is optional and nothing is text that should be a number.
import { z } from 'zod'
import { EXTENSIONS, type ExtensionName } from '../model/dataset.js'
import { planChoiceSchema, type PlanChoice } from '../model/plan-mode.js'
import { SERVER_KINDS, type ServerKind } from '../model/server-kinds.js'
import { usageError } from '../model/errors.js'
import { optionName } from './option-name.js'
import type { ServerArguments } from './server-settings.js'

/** As the command line gives them. */
export interface RunArguments extends ServerArguments {
  readonly scenarios: readonly string[]
  readonly server: ServerKind
  readonly scale: string
  readonly seed: string
  readonly budget?: string | undefined
  readonly price: boolean
  readonly priceBudget?: string | undefined
  readonly statementTimeout: string
  readonly timeLimit: string
  readonly without?: string | undefined
  readonly arms: string
  readonly planMode?: string | undefined
  readonly clones: boolean
  readonly attribution: string
  readonly resume?: string | undefined
  readonly fresh: boolean
  readonly out: string
  readonly json: boolean
  readonly progress: boolean
}

const DURATION = /^(\d+(?:\.\d+)?)(ms|s|m|h)$/
const UNIT_MS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 } as const

export const duration = z.string().transform((text, context): number => {
  const [, amount, unit] = DURATION.exec(text) ?? []
  const milliseconds = Number(amount) * UNIT_MS[unit as keyof typeof UNIT_MS]
  if (milliseconds > 0) return milliseconds
  context.addIssue({ code: 'custom', message: 'expected a duration above zero, such as 500ms, 45s or 5m' })
  return z.NEVER
})

export const seed = z
  .string()
  .regex(/^\d{1,9}$/, 'expected a whole number from 0 to 999999999')
  .transform(Number)

// Under a millisecond the server takes it as none, and it knows none of months.
export const statementTimeout = duration.refine((ms) => ms >= 1 && ms <= 86_400_000, 'expected 1ms to 24h')

export const image = z
  .string()
  .regex(/^[a-z0-9][\w./:@-]*$/i, 'expected the name of an image, such as pgvector/pgvector:pg17')

const schema = z.strictObject({
  scenarios: z.array(z.string()),
  server: z.enum(SERVER_KINDS),
  bin: z.string().optional(),
  image,
  url: z.string().optional(),
  urlEnv: z.string().optional(),
  allowHost: z.array(z.string()),
  allowProduction: z.string().optional(),
  allowBusy: z.boolean(),
  scale: z.string(),
  seed,
  budget: duration.optional(),
  price: z.boolean(),
  priceBudget: duration.optional(),
  statementTimeout,
  timeLimit: duration,
  without: z
    .enum(EXTENSIONS)
    .optional()
    .transform((extension): readonly ExtensionName[] => (extension === undefined ? [] : [extension])),
  arms: z.enum(['migration', 'aa']),
  planMode: planChoiceSchema.optional().transform((choice): PlanChoice | null => choice ?? null),
  clones: z.boolean(),
  attribution: z.enum(['auto', 'on', 'off']),
  resume: z
    .string()
    .optional()
    .transform((run) => run ?? null),
  fresh: z.boolean(),
  out: z.string().min(1, 'expected a folder'),
  json: z.boolean(),
  progress: z.boolean(),
})

/** Null is the usual budget; `priceBudget` is 0 where no price is asked for. Milliseconds. */
export type RunSettings = Omit<z.infer<typeof schema>, 'price' | 'budget' | 'priceBudget'> & {
  readonly budget: number | null
  readonly priceBudget: number | null
}

/** Throws a usage error that names the option, what it got and what it takes. */
export function parseRunArguments(given: RunArguments): RunSettings {
  const parsed = schema.safeParse(given)
  if (parsed.success) {
    const { price, budget = null, priceBudget = null, ...rest } = parsed.data
    return { ...rest, budget, priceBudget: price ? priceBudget : 0 }
  }
  const issue = parsed.error.issues[0]
  const option = String(issue?.path[0])
  const value = String(given[option as keyof RunArguments])
  throw usageError(`${optionName(option)} ${JSON.stringify(value)}: ${issue?.message ?? 'not valid'}`)
}
