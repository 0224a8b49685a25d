// The words of the bench's command line.
import { parseArgs } from 'node:util'

export interface NeighboursArguments {
  readonly rows: number
  readonly dimensions: number
  readonly queries: number
  readonly k: number
  readonly rounds: number
  readonly seed: number
  /** File to write the results into; null for none. */
  readonly write: string | null
}

export const USAGE = `npm run neighbours -- [options]
  --rows 20000               that are searched
  --dimensions 768
  --queries 64               that are searched for at once
  --k 100                    neighbours of each
  --rounds 5                 each way answers once in each round
  --seed 1                   the same seed gives the same vectors and order
  --write <file>             keep the results as markdown
Exit code: 0 when the target was reached and all ways agree, else 1.
`

const OPTIONS = {
  rows: { type: 'string', default: '20000' },
  dimensions: { type: 'string', default: '768' },
  queries: { type: 'string', default: '64' },
  k: { type: 'string', default: '100' },
  rounds: { type: 'string', default: '5' },
  seed: { type: 'string', default: '1' },
  write: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const

/** Null where help was asked for. Throws on what it does not know. */
export function parseArguments(words: readonly string[]): NeighboursArguments | null {
  const { values } = parseArgs({ args: [...words], options: OPTIONS, strict: true })
  if (values.help) return null
  return {
    rows: wholeNumber(values.rows),
    dimensions: wholeNumber(values.dimensions),
    queries: wholeNumber(values.queries),
    k: wholeNumber(values.k),
    rounds: wholeNumber(values.rounds),
    seed: wholeNumber(values.seed),
    write: values.write ?? null,
  }
}

function wholeNumber(text: string): number {
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text)
  throw new Error(`"${text}" is not a whole number above 0`)
}
