// The words after `indexproof sweep vectors`, checked once: inside, nothing is optional and nothing is text that should be
// a number.
import { extname } from 'node:path'
import { z } from 'zod'
import { usageError } from '../model/errors.js'
import { SERVER_KINDS, type ServerKind } from '../model/server-kinds.js'
import type { Metric } from '../model/vectors/vector-index.js'
import { VECTOR_FILE_FORMATS, type VectorFileFormat } from '../model/vectors/vector-source.js'
import type { ScenarioVectors } from '../experiment/sweep/find-in-scenario.js'
import type { SweepGrid } from '../experiment/sweep/sweep-options.js'
import { optionName } from './option-name.js'
import { duration, image, seed, statementTimeout } from './run-arguments.js'
import type { ServerArguments } from './server-settings.js'
import { parseGrid } from './sweep-grid.js'

/** As the command line gives them. */
export interface SweepArguments extends ServerArguments {
  readonly source?: string | undefined
  readonly file?: string | undefined
  readonly format?: string | undefined
  readonly query?: string | undefined
  readonly scenario?: string | undefined
  readonly scale?: string | undefined
  readonly rows?: string | undefined
  readonly dimensions?: string | undefined
  readonly metric: string
  readonly k: string
  readonly targets: string
  readonly queries: string
  readonly grid?: string | undefined
  readonly seed: string
  readonly server: ServerKind
  readonly budget: string
  readonly diskBudget?: string | undefined
  readonly buildMemory?: string | undefined
  readonly statementTimeout: string
  readonly timeLimit: string
  readonly filters: boolean
  readonly life: boolean
  readonly failOnHarm: boolean
  readonly out: string
  readonly json: boolean
  readonly progress: boolean
}

const COUNT = /^(\d+(?:\.\d+)?)([kM]?)$/
const COUNT_UNITS = { '': 1, k: 1000, M: 1_000_000 } as const

/** 5000, 200k, 1M */
const count = z.string().transform((text, context): number => {
  const [, amount, unit] = COUNT.exec(text) ?? []
  const number = Math.round(Number(amount) * COUNT_UNITS[unit as keyof typeof COUNT_UNITS])
  if (number >= 1) return number
  context.addIssue({ code: 'custom', message: 'expected a number above zero, such as 5000, 200k or 1M' })
  return z.NEVER
})

const SIZE = /^(\d+(?:\.\d+)?)(MB|GB)$/
const SIZE_UNITS = { MB: 2 ** 20, GB: 2 ** 30 } as const

const size = z.string().transform((text, context): number => {
  const [, amount, unit] = SIZE.exec(text) ?? []
  const bytes = Math.round(Number(amount) * SIZE_UNITS[unit as keyof typeof SIZE_UNITS])
  if (bytes > 0) return bytes
  context.addIssue({ code: 'custom', message: 'expected a size above zero, such as 512MB or 4GB' })
  return z.NEVER
})

const METRICS = { cosine: 'cosine', l2: 'l2', ip: 'inner product' } as const satisfies Record<string, Metric>

const targets = z.string().transform((text, context): readonly number[] => {
  const numbers = text.split(',').map((word) => (word.trim() === '' ? NaN : Number(word)))
  if (numbers.every((number) => number > 0 && number < 1)) return [...new Set(numbers)].sort((a, b) => a - b)
  context.addIssue({ code: 'custom', message: 'expected recalls above 0 and below 1, such as 0.9,0.95,0.99' })
  return z.NEVER
})

/** pgvector's limit of a vector's type. */
const MOST_DIMENSIONS = 16_000
/** pgvector's limit of hnsw.ef_search: a graph gives no more rows. */
const MOST_NEIGHBOURS = 1000

const orNull = <T>(value: T | undefined): T | null => value ?? null

const schema = z.strictObject({
  source: z.string().min(1, 'expected a file, or synthetic').optional().transform(orNull),
  file: z.string().min(1, 'expected a file').optional().transform(orNull),
  format: z.enum(VECTOR_FILE_FORMATS).optional().transform(orNull),
  query: z.string().min(1, 'expected a SELECT').optional().transform(orNull),
  scenario: z.string().min(1, 'expected the name of a scenario').optional().transform(orNull),
  scale: z.string().optional().transform(orNull),
  rows: count.optional().transform(orNull),
  dimensions: count
    .refine((dimensions) => dimensions <= MOST_DIMENSIONS, `expected at most ${MOST_DIMENSIONS}`)
    .optional()
    .transform(orNull),
  metric: z.enum(['cosine', 'l2', 'ip']).transform((name): Metric => METRICS[name]),
  k: count.refine((k) => k <= MOST_NEIGHBOURS, `expected at most ${MOST_NEIGHBOURS}`),
  targets,
  queries: count.refine((queries) => queries >= 10, 'expected at least 10: recall is a mean over queries'),
  grid: z.string().optional().transform(orNull),
  seed,
  server: z.enum(SERVER_KINDS),
  bin: z.string().optional(),
  image,
  url: z.string().optional(),
  urlEnv: z.string().optional(),
  allowHost: z.array(z.string()),
  allowProduction: z.string().optional(),
  allowBusy: z.boolean(),
  budget: duration,
  diskBudget: size.optional().transform(orNull),
  buildMemory: size.optional().transform(orNull),
  statementTimeout,
  timeLimit: duration,
  filters: z.boolean(),
  life: z.boolean(),
  failOnHarm: z.boolean(),
  out: z.string().min(1, 'expected a folder'),
  json: z.boolean(),
  progress: z.boolean(),
})

type Parsed = z.infer<typeof schema>

export type SourceSettings =
  | { readonly kind: 'synthetic'; readonly rows: number; readonly dimensions: number }
  | {
      readonly kind: 'file'
      readonly path: string
      readonly format: VectorFileFormat
      readonly dimensions: number | null
      readonly sample: number | null
    }
  | { readonly kind: 'query'; readonly sql: string; readonly sample: number }
  | ScenarioVectors

export interface SweepSettings extends Omit<Parsed, keyof SourceWords | 'grid'> {
  readonly source: SourceSettings
  readonly grid: SweepGrid | null
}

/** Throws a usage error that names the option, what it got and what it takes. */
export function parseSweepArguments(given: SweepArguments): SweepSettings {
  const parsed = schema.safeParse(given)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    const option = String(issue?.path[0])
    const value = String(given[option as keyof SweepArguments])
    throw usageError(`${optionName(option)} ${JSON.stringify(value)}: ${issue?.message ?? 'not valid'}`)
  }
  const { source, file, format, query, scenario, scale, rows, dimensions, grid, ...rest } = parsed.data
  if (rest.failOnHarm && !rest.filters) {
    throw usageError('--fail-on-harm looks at searches under filters, and --no-filters leaves them out', {
      hint: 'Give one of them',
    })
  }
  return {
    ...rest,
    source: sourceOf({ source, file, format, query, scenario, scale, rows, dimensions }),
    grid: grid === null ? null : parseGrid(grid),
  }
}

type SourceWords = Pick<
  Parsed,
  'source' | 'file' | 'format' | 'query' | 'scenario' | 'scale' | 'rows' | 'dimensions'
>

const SYNTHETIC = 'synthetic'
const SYNTHETIC_ROWS = 20_000
const SYNTHETIC_DIMENSIONS = 384
/** As of `run`. */
const SCENARIO_SCALE = 'small'
/** Of a query: what is in memory twice while it is loaded. */
const QUERY_ROWS = 100_000

function sourceOf(words: SourceWords): SourceSettings {
  const { source, file, query, scenario, scale, rows, dimensions } = words
  const named = [source, file, query, scenario].filter((word) => word !== null)
  if (named.length > 1) {
    throw usageError(
      'There are several sources of vectors: a name, --file, --query and --scenario exclude each other',
      {
        hint: 'Give one of them, or none for synthetic vectors',
      },
    )
  }
  refuse(scenario === null && scale !== null, '--scale', 'a --scenario')
  const path = file ?? (source === SYNTHETIC ? null : source)
  if (path !== null) return fileOf(path, words)
  refuse(words.format !== null, '--format', 'a file')
  if (scenario !== null) {
    refuse(dimensions !== null, '--dimensions', 'synthetic vectors and raw files')
    return { kind: 'scenario', scenario, scale: scale ?? SCENARIO_SCALE, sample: rows }
  }
  if (query === null) {
    return { kind: 'synthetic', rows: rows ?? SYNTHETIC_ROWS, dimensions: dimensions ?? SYNTHETIC_DIMENSIONS }
  }
  refuse(dimensions !== null, '--dimensions', 'synthetic vectors and raw files')
  return { kind: 'query', sql: query, sample: rows ?? QUERY_ROWS }
}

const FORMATS: Readonly<Record<string, VectorFileFormat>> = {
  '.fvecs': 'fvecs',
  '.bvecs': 'bvecs',
  '.npy': 'npy',
  '.raw': 'raw',
  '.f32': 'raw',
  '.bin': 'raw',
}

function fileOf(path: string, { format: told, rows, dimensions }: SourceWords): SourceSettings {
  const format = told ?? FORMATS[extname(path).toLowerCase()]
  if (format === undefined) {
    throw usageError(`The name of ${path} does not say what it holds`, {
      hint: `Add --format: ${VECTOR_FILE_FORMATS.join(', ')}. Without a file, vectors are synthetic`,
    })
  }
  if (format === 'raw' && dimensions === null) {
    throw usageError(`${path} is raw float32: --dimensions has to say how many make a vector`)
  }
  refuse(format !== 'raw' && dimensions !== null, '--dimensions', 'synthetic vectors and raw files')
  return { kind: 'file', path, format, dimensions, sample: rows }
}

function refuse(isGiven: boolean, option: string, of: string): void {
  if (isGiven) throw usageError(`${option} is for ${of} alone`, { hint: `Leave out ${option}` })
}
