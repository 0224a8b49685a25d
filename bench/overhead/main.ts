// How near a timed execution of ours is to what the server alone takes, and to the leanest client there is.
// npm run overhead -- --help
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { withBenchServer } from '../bench-server/bench-server.js'
import { parseArguments, USAGE, type OverheadArguments } from './arguments.js'
import { compareWays, type WayResult } from './compare-ways.js'
import { isReached, renderResultsPage, renderTable } from './results-page.js'
import { withOurSession } from './ways/our-session.js'
import { pgbenchWay } from './ways/pgbench.js'
import { withPlainPg } from './ways/plain-pg.js'
import { serverAlone } from './ways/server-alone.js'

const words = process.argv.slice(2)
const given = parseArguments(words)
const now = (): number => Number(process.hrtime.bigint())
const stop = new AbortController()
const progress = (message: string): void => void process.stderr.write(`${message}\n`)

if (given === null) process.stdout.write(USAGE)
else {
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => stop.abort())
  const { server, results } = await compareAll(given)
  process.stdout.write(`${renderTable(results).join('\n')}\n`)
  if (given.write !== null) {
    const command = ['npm run overhead --', ...words].join(' ')
    const facts = { command, date: new Date().toISOString().slice(0, 10), server }
    await mkdir(dirname(given.write), { recursive: true })
    await writeFile(given.write, renderResultsPage(results, facts))
  }
  process.exitCode = isReached(results) ? 0 : 1
}

function compareAll({
  seed,
  rounds,
  server,
}: OverheadArguments): Promise<{ readonly server: string; readonly results: readonly WayResult[] }> {
  const { signal } = stop
  const path = process.env['PATH'] ?? ''
  const options = { server, reach: 'tcp' as const, path, signal, now, note: progress }
  return withBenchServer(options, (bench) =>
    withPlainPg(bench, now, (plain) =>
      withOurSession(bench, { now, signal }, async (ours) => {
        const ways = [pgbenchWay(bench, signal), ours, plain, serverAlone(bench)]
        const results = await compareWays(ways, { seed, rounds }, (round) => {
          signal.throwIfAborted()
          progress(`round ${round} of ${rounds}`)
        })
        return { server: bench.description, results }
      }),
    ),
  )
}
