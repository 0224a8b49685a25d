// How near seeding is to what the server can take: against psql with files that are ready, and pgbench -i.
// npm run seeding -- --help
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { withPgSession } from '../../src/postgres/pg-session.js'
import { withBenchServer, type BenchServer } from '../bench-server/bench-server.js'
import { parseArguments, USAGE, type SeedingArguments } from './arguments.js'
import { BENCH_TABLES_SQL, embeddingsOf, messagesOf } from './bench-tables.js'
import { compareWays } from './compare.js'
import { compareWithFaker } from './encoder.js'
import { measureMemory } from './memory.js'
import { renderResultsPage, renderTables } from './results-page.js'
import { judgeTargets, type SeedingResults } from './targets.js'
import { fileWay, oursWay, pgbenchWay, twoTablesWay, type Way } from './ways.js'

const words = process.argv.slice(2)
const given = parseArguments(words)
const now = (): number => Number(process.hrtime.bigint())
const stop = new AbortController()
const { signal } = stop
const progress = (message: string): void => void process.stderr.write(`${message}\n`)

if (given === null) process.stdout.write(USAGE)
else {
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => stop.abort())
  const { server, results } = await measureAll(given)
  process.stdout.write(`${renderTables(results).join('\n')}\n`)
  if (given.write !== null) {
    const command = ['npm run seeding --', ...words].join(' ')
    const facts = { command, date: new Date().toISOString().slice(0, 10), server, rounds: given.rounds }
    await mkdir(dirname(given.write), { recursive: true })
    await writeFile(given.write, renderResultsPage(results, facts))
  }
  process.exitCode = judgeTargets(results).every(({ isReached }) => isReached) ? 0 : 1
}

function measureAll(
  options: SeedingArguments,
): Promise<{ readonly server: string; readonly results: SeedingResults }> {
  const path = process.env['PATH'] ?? ''
  const { server, rounds } = options
  return withBenchServer({ server, reach: 'tcp', path, signal, now, note: progress }, async (bench) => {
    await bench.session.script(BENCH_TABLES_SQL)
    const rates = await withWays(bench, options, (ways) =>
      compareWays(ways, rounds, now, (round) => {
        signal.throwIfAborted()
        progress(`round ${round} of ${rounds}`)
      }),
    )
    const encoder = compareWithFaker(messagesOf(options.messages), rounds, now)
    const memory: SeedingResults['memory'][number][] = []
    for (const data of options.memory ? (['messages', 'embeddings'] as const) : []) {
      const rows = options.memoryRows[data]
      progress(`loading ${rows} ${data}`)
      memory.push(await measureMemory({ data, rows, address: bench.address }, signal))
    }
    return { server: bench.description, results: { rates, encoder, memory } }
  })
}

async function withWays<T>(
  bench: BenchServer,
  { messages: messageRows, embeddings: embeddingRows }: SeedingArguments,
  work: (ways: readonly Way[]) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'indexproof-seeding-'))
  const { address, session } = bench
  const files = { bench, folder, signal }
  const messages = messagesOf(messageRows)
  const embeddings = embeddingsOf(embeddingRows)
  const half = messagesOf(Math.ceil(messageRows / 2))
  try {
    return await withPgSession({ address, signal, now }, async (second) => {
      const ours = [oursWay('messages', messages, session), oursWay('embeddings', embeddings, session)]
      // The text files are what the server has of these rows.
      for (const way of ours) await way.load()
      return work([
        ...ours,
        twoTablesWay('messages', [half, { ...half, table: 'messages_too' }], [session, second]),
        await fileWay('messages', messages, 'binary', files),
        await fileWay('messages', messages, 'text', files),
        await fileWay('embeddings', embeddings, 'binary', files),
        await fileWay('embeddings', embeddings, 'text', files),
        pgbenchWay(bench, Math.max(1, Math.round(messageRows / 100_000)), signal),
      ])
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
