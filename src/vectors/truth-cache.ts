// Exact neighbours kept between runs: computing them takes seconds to minutes, and they depend on the data alone.
// One file per question, named by the question and by the hash of its content: a damaged one is told by its name.
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Neighbours } from '../model/vectors/neighbours.js'
import type { Metric } from '../model/vectors/vector-index.js'
import { writeWholeFile } from '../model/write-whole-file.js'
import { checksumQueries } from './checksum.js'
import type { RowFilter } from './exact/row-filter.js'

/** Raised whenever the same question would be answered otherwise, or written otherwise. */
const VERSION = 1
/** Answers are a few megabytes each: the oldest go. */
const KEPT_FILES = 64

export interface TruthQuestion {
  /** checksumMatrix of the rows. */
  readonly data: string
  readonly queries: readonly Float32Array[]
  readonly k: number
  readonly metric: Metric
  readonly allowed: RowFilter | null
}

export interface Truth {
  readonly neighbours: readonly Neighbours[]
  readonly cached: boolean
}

/** The kept answer where there is a whole one, else what `compute` gives, which is kept then. */
export async function cachedNeighbours(
  folder: string,
  question: TruthQuestion,
  compute: () => Promise<readonly Neighbours[]>,
  note: (message: string) => void,
): Promise<Truth> {
  const prefix = `truth-${hashQuestion(question)}-`
  const kept = await load(folder, prefix)
  if (kept !== null) return { neighbours: kept, cached: true }
  const neighbours = await compute()
  // A cache that cannot be written costs the next run some time, and nothing else.
  await store(folder, prefix, JSON.stringify(neighbours)).catch((error: unknown) => {
    note(`the exact neighbours could not be kept: ${error instanceof Error ? error.message : String(error)}`)
  })
  return { neighbours, cached: false }
}

function hashQuestion({ data, queries, k, metric, allowed }: TruthQuestion): string {
  const hash = createHash('sha256').update(`${VERSION} ${data} ${checksumQueries(queries)} ${k} ${metric}\n`)
  if (allowed !== null) hash.update(allowed)
  return hash.digest('hex').slice(0, 32)
}

const fileName = (prefix: string, content: string | Uint8Array): string =>
  `${prefix}${createHash('sha256').update(content).digest('hex').slice(0, 32)}.json`

async function load(folder: string, prefix: string): Promise<readonly Neighbours[] | null> {
  for (const name of await list(folder, prefix)) {
    const content = await readFile(join(folder, name)).catch(() => null)
    if (content !== null && name === fileName(prefix, content)) {
      return JSON.parse(content.toString('utf8')) as readonly Neighbours[]
    }
    // One that cannot be removed either is passed over.
    await rm(join(folder, name), { recursive: true, force: true }).catch(() => {})
  }
  return null
}

async function store(folder: string, prefix: string, content: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await writeWholeFile(join(folder, fileName(prefix, content)), content)
  const files = await Promise.all(
    (await list(folder, 'truth-')).map(async (name) => ({ name, time: await modified(join(folder, name)) })),
  )
  const oldest = files.sort((a, b) => b.time - a.time).slice(KEPT_FILES)
  for (const { name } of oldest) await rm(join(folder, name), { force: true })
}

async function list(folder: string, prefix: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => [])
  return names.filter((name) => name.startsWith(prefix) && name.endsWith('.json'))
}

/** One that another run removed meanwhile counts as oldest. */
const modified = async (path: string): Promise<number> => (await stat(path).catch(() => null))?.mtimeMs ?? 0
