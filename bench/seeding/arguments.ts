// The words of the bench's command line.
import { parseArgs } from 'node:util'
import type { BenchServerOptions } from '../bench-server/bench-server.js'

export interface SeedingArguments {
  readonly server: BenchServerOptions['server']
  readonly rounds: number
  readonly messages: number
  readonly embeddings: number
  /** Whether the large loads that show flat memory are made too. */
  readonly memory: boolean
  /** How many rows those have. */
  readonly memoryRows: { readonly messages: number; readonly embeddings: number }
  /** File to write the results into; null for none. */
  readonly write: string | null
}

export const USAGE = `npm run seeding -- [options]
  --rounds 5                 each way loads each table once in each round
  --messages 500000          rows of the table of messages
  --embeddings 50000         rows of the table of embeddings, 384 dimensions
  --short                    3 rounds of 50,000 messages and 5,000 embeddings, to try it; its memory is of ten times that
  --memory                   also loads 10 million messages and 200,000 embeddings, and shows the memory it took
  --server docker            or local (which needs pgvector)
  --bin <folder>             of the local PostgreSQL's programs
  --image <image>            of the container
  --write <file>             keep the results as markdown
psql and pgbench must be installed. Exit code: 0 when every target that was measured was reached, else 1.
`

// psql's start is within its time: its loads must take about a second, or ours would look faster than they are.
const OPTIONS = {
  rounds: { type: 'string', default: '5' },
  messages: { type: 'string', default: '500000' },
  embeddings: { type: 'string', default: '50000' },
  short: { type: 'boolean', default: false },
  memory: { type: 'boolean', default: false },
  server: { type: 'string', default: 'docker' },
  bin: { type: 'string' },
  image: { type: 'string', default: 'pgvector/pgvector:pg17' },
  write: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const

const SHORT = { rounds: 3, messages: 50_000, embeddings: 5_000 }
const SHORT_MEMORY = { messages: 500_000, embeddings: 50_000 }
const MEMORY = { messages: 10_000_000, embeddings: 200_000 }

/** Null where help was asked for. Throws on what it does not know. */
export function parseArguments(words: readonly string[]): SeedingArguments | null {
  const { values } = parseArgs({ args: [...words], options: OPTIONS, strict: true })
  if (values.help) return null
  const sizes = values.short
    ? SHORT
    : {
        rounds: wholeNumber(values.rounds),
        messages: wholeNumber(values.messages),
        embeddings: wholeNumber(values.embeddings),
      }
  const server = serverOf(values.server, values.bin ?? null, values.image)
  const memoryRows = values.short ? SHORT_MEMORY : MEMORY
  return { ...sizes, server, memory: values.memory, memoryRows, write: values.write ?? null }
}

function serverOf(kind: string, bin: string | null, image: string): BenchServerOptions['server'] {
  if (kind === 'local') return { kind, bin }
  if (kind === 'docker') return { kind, image }
  throw new Error(`"${kind}" is no server: local or docker`)
}

function wholeNumber(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text)
  throw new Error(`"${text}" is not a whole number above 0`)
}
