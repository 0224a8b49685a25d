// --grid: which settings are measured, all combinations of them. For example "lists=100,316 probes=1,10 m=16
// ef_construction=64 ef_search=40,80 type=vector,halfvec iterative=off,relaxed_order".
import type { SweepGrid } from '../experiment/sweep/sweep-options.js'
import { usageError } from '../model/errors.js'
import {
  ITERATIVE_SCANS,
  iterativeScanSchema,
  representationSchema,
  type IterativeScan,
  type Representation,
} from '../model/vectors/vector-index.js'

const LIMITS: Readonly<Record<string, readonly [number, number]>> = {
  lists: [1, 32_768],
  probes: [1, 32_768],
  m: [2, 100],
  ef_construction: [4, 1000],
  ef_search: [1, 1000],
}

/** Settings whose values are words. */
const WORDS: ReadonlySet<string> = new Set(['type', 'iterative'])

const EXAMPLE = 'For example --grid "lists=100,316 probes=1,10 m=16 ef_construction=64 ef_search=40,80"'

/** Throws a usage error for what is no setting, and for a kind that lacks one. */
export function parseGrid(text: string): SweepGrid {
  const given = new Map<string, readonly string[]>()
  for (const part of text.trim().split(/\s+/)) {
    const [name = '', values = '', ...more] = part.split('=')
    if (more.length > 0 || values === '' || !(Object.hasOwn(LIMITS, name) || WORDS.has(name))) {
      throw gridError(`"${part}" is no setting with values`)
    }
    if (given.has(name)) throw gridError(`${name} is there twice`)
    given.set(name, values.split(','))
  }
  const numbers = (name: string): number[] => (given.get(name) ?? []).map((value) => numberOf(name, value))
  const grid = {
    lists: numbers('lists'),
    probes: numbers('probes'),
    m: numbers('m'),
    efConstruction: numbers('ef_construction'),
    efSearch: numbers('ef_search'),
    representations: (given.get('type') ?? ['vector']).map(representationOf),
    iterative: (given.get('iterative') ?? ['off']).map(iterativeOf),
  }
  requireWhole(grid)
  requireScans(grid)
  return grid
}

function numberOf(name: string, value: string): number {
  const [least, most] = LIMITS[name] ?? [1, 1]
  const number = /^\d+$/.test(value) ? Number(value) : NaN
  if (number >= least && number <= most) return number
  throw gridError(`${name}=${value}: expected a whole number from ${least} to ${most}`)
}

function representationOf(value: string): Representation {
  const parsed = representationSchema.safeParse(value)
  if (parsed.success) return parsed.data
  throw gridError(`type=${value}: expected ${representationSchema.options.join(', ')}`)
}

function iterativeOf(value: string): IterativeScan {
  const parsed = iterativeScanSchema.safeParse(value)
  if (parsed.success) return parsed.data
  throw gridError(`iterative=${value}: expected ${iterativeScanSchema.options.join(', ')}`)
}

/** What is built has to be searched, and the other way round. */
function requireWhole({ lists, probes, m, efConstruction, efSearch }: SweepGrid): void {
  if (lists.length > 0 !== probes.length > 0) throw gridError('lists and probes belong together')
  const graph = [m, efConstruction, efSearch].filter((values) => values.length > 0).length
  if (graph !== 0 && graph !== 3) throw gridError('m, ef_construction and ef_search belong together')
  if (lists.length === 0 && graph === 0) throw gridError('there is neither lists nor m')
}

/** What is built has to be searched in a way that there is. */
function requireScans({ lists, iterative }: SweepGrid): void {
  if (lists.length === 0 || iterative.some((mode) => ITERATIVE_SCANS.ivfflat.includes(mode))) return
  throw gridError(
    `IVFFlat has no ${iterative.join(', ')}: with lists, iterative needs ${ITERATIVE_SCANS.ivfflat.join(' or ')} too`,
  )
}

const gridError = (message: string): Error => usageError(`--grid: ${message}`, { hint: EXAMPLE })
