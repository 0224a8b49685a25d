// The words of the bench's command line.
import { parseArgs } from 'node:util'
import type { BenchServerOptions } from '../bench-server/bench-server.js'

export interface OverheadArguments {
  readonly seed: number
  readonly rounds: number
  readonly server: BenchServerOptions['server']
  /** File to write the results into; null for none. */
  readonly write: string | null
}

export const USAGE = `npm run overhead -- [options]
  --rounds 20                each way executes both statements in each round
  --seed 1                   the same seed gives the same order
  --server local             or docker
  --bin <folder>             of the local PostgreSQL's programs
  --image <image>            of the container
  --write <file>             keep the results as markdown
Exit code: 0 when the target was reached, else 1.
`

const OPTIONS = {
  rounds: { type: 'string', default: '20' },
  seed: { type: 'string', default: '1' },
  server: { type: 'string', default: 'local' },
  bin: { type: 'string' },
  image: { type: 'string', default: 'pgvector/pgvector:pg17' },
  write: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const

/** Null where help was asked for. Throws on what it does not know. */
export function parseArguments(words: readonly string[]): OverheadArguments | null {
  const { values } = parseArgs({ args: [...words], options: OPTIONS, strict: true })
  if (values.help) return null
  return {
    seed: wholeNumber(values.seed),
    rounds: wholeNumber(values.rounds),
    server: serverOf(values.server, values.bin ?? null, values.image),
    write: values.write ?? null,
  }
}

function serverOf(kind: string, bin: string | null, image: string): BenchServerOptions['server'] {
  if (kind === 'local') return { kind, bin }
  if (kind === 'docker') return { kind, image }
  throw new Error(`"${kind}" is no server: local or docker`)
}

function wholeNumber(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text)
  throw new Error(`"${text}" is not a whole number above 0`)
}
