// How much faster exact neighbours come by the kernel than by loops in JavaScript, in one run.
// npm run neighbours -- --help
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { openVectors } from '../../src/vectors/open-vectors.js'
import { parseArguments, USAGE, type NeighboursArguments } from './arguments.js'
import { compareWays } from './compare-ways.js'
import { isReached, renderResultsPage } from './results-page.js'

const words = process.argv.slice(2)
const given = parseArguments(words)

if (given === null) process.stdout.write(USAGE)
else await compare(given)

async function compare(options: NeighboursArguments): Promise<void> {
  const { rows, dimensions, queries, seed, write } = options
  const set = await openVectors(
    { kind: 'synthetic', rows, dimensions },
    { seed, tuningQueries: 0, reportingQueries: queries },
  )
  const result = await compareWays(set, { ...options, now: () => performance.now() })
  const page = renderResultsPage(result, options, {
    command: ['npm run neighbours --', ...words].join(' '),
    date: new Date().toISOString().slice(0, 10),
  })
  process.stdout.write(page)
  if (write !== null) {
    await mkdir(dirname(write), { recursive: true })
    await writeFile(write, page)
  }
  process.exitCode = isReached(result) ? 0 : 1
}
