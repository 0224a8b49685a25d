// The words of the bench's command line.
import { parseArgs } from 'node:util'
import type { ExperimentPlan } from './experiment/experiment.js'
import type { BenchServerOptions } from '../bench-server/bench-server.js'
import type { SimulationPlan } from './simulate/simulate.js'

export interface TrustArguments {
  readonly simulation: SimulationPlan
  readonly experiment: ExperimentPlan
  readonly parts: readonly string[]
  readonly server: BenchServerOptions['server']
  /** File to write the results into; null for none. */
  readonly write: string | null
}

export const USAGE = `npm run trust -- [options]
  --short                    a form of about a minute: the same figures from few trials
  --part simulation,server   what to run
  --seed 1                   the same seed gives the same simulation, the same coins and the same noise
  --server local             or docker
  --bin <folder>             of the local PostgreSQL's programs
  --image <image>            of the container
  --reports 60               A/A reports on the server
  --slowed 8                 pairs of reports of a known slowdown, one of them with its arms swapped
  --write <file>             keep the results as markdown
SIGINT or SIGTERM ends it early, with what it knows by then.
Exit code: 0 when every target was measured and reached, else 1.
`

const OPTIONS = {
  short: { type: 'boolean', default: false },
  part: { type: 'string', default: 'simulation,server' },
  seed: { type: 'string', default: '1' },
  server: { type: 'string', default: 'local' },
  bin: { type: 'string' },
  image: { type: 'string', default: 'pgvector/pgvector:pg17' },
  reports: { type: 'string' },
  slowed: { type: 'string' },
  write: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const

const LONG = { runs: 1000, simulatedReports: 200, reports: 60, slowed: 8, slowedMs: 130_000, naiveEvery: 10 }
const SHORT = { runs: 100, simulatedReports: 10, reports: 2, slowed: 1, slowedMs: 40_000, naiveEvery: 2 }

/** Null where help was asked for. Throws on what it does not know. */
export function parseArguments(words: readonly string[]): TrustArguments | null {
  const { values } = parseArgs({ args: [...words], options: OPTIONS, strict: true })
  if (values.help) return null
  const sizes = values.short ? SHORT : LONG
  const seed = wholeNumber(values.seed)
  return {
    simulation: { seed, runs: sizes.runs, reports: sizes.simulatedReports },
    experiment: {
      seed,
      sameReports: values.reports === undefined ? sizes.reports : wholeNumber(values.reports),
      slowedPairs: values.slowed === undefined ? sizes.slowed : wholeNumber(values.slowed),
      naiveEvery: sizes.naiveEvery,
      slowedMs: sizes.slowedMs,
    },
    parts: values.part.split(',').map(part),
    server: serverOf(values.server, values.bin ?? null, values.image),
    write: values.write ?? null,
  }
}

function serverOf(kind: string, bin: string | null, image: string): BenchServerOptions['server'] {
  if (kind === 'local') return { kind, bin }
  if (kind === 'docker') return { kind, image }
  throw new Error(`"${kind}" is no server: local or docker`)
}

function part(name: string): string {
  if (name === 'simulation' || name === 'server') return name
  throw new Error(`"${name}" is no part: simulation or server`)
}

function wholeNumber(text: string): number {
  if (/^\d{1,6}$/.test(text)) return Number(text)
  throw new Error(`"${text}" is not a whole number`)
}
