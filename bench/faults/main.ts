// The fault suite: runs of the built command are disturbed in every way we know, and nothing may be left behind.
// npm run faults -- --help
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { parseArguments, USAGE } from './arguments.js'
import { renderResultsPage } from './results-page.js'
import { runSuite } from './run-suite.js'
import { renderCase, renderRuns, renderTotals, totalsOf } from './summary.js'

const words = process.argv.slice(2)
const given = parseArguments(words)
const dockerHost = (DOCKER_HOST = ''): Record<string, string> => (DOCKER_HOST === '' ? {} : { DOCKER_HOST })
let done = 0
const stop = new AbortController()
if (given === null) process.stdout.write(USAGE)
else {
  // Hours of cases are not thrown away: those under way are finished, and what there is gets its page.
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => stop.abort())
  const outcomes = await runSuite({
    ...given,
    signal: stop.signal,
    environment: { PATH: process.env['PATH'] ?? '', ...dockerHost(process.env['DOCKER_HOST']) },
    onOutcome: (faultCase, outcome) => {
      done++
      process.stdout.write(`[${done}/${given.cases.length}] ${renderCase(faultCase, outcome)}`)
      if (given.verbose) process.stdout.write(renderRuns(outcome))
    },
  })
  const totals = totalsOf(outcomes)
  process.stdout.write(`${renderTotals(totals)}\n`)
  if (given.write !== null) {
    const command = ['npm run faults --', ...words].join(' ')
    await mkdir(dirname(given.write), { recursive: true })
    const date = new Date().toISOString().slice(0, 10)
    await writeFile(
      given.write,
      renderResultsPage(
        { command, date, stoppedOf: stop.signal.aborted ? given.cases.length : null },
        outcomes,
      ),
    )
  }
  process.exitCode = totals.left + totals.changed + totals.wrong === 0 ? 0 : 1
}
