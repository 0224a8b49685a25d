// Are the numbers true? Simulations and experiments whose truth is known, and the designs that other tools use beside ours.
// npm run trust -- --help
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { parseArguments, USAGE, type TrustArguments } from './arguments.js'
import { experiment } from './experiment/experiment.js'
import type { Finding } from './finding.js'
import { allFindings, heldText, renderResultsPage, type Found } from './results-page.js'
import { simulate } from './simulate/simulate.js'

const words = process.argv.slice(2)
const given = parseArguments(words)
const startedAt = performance.now()
const stop = new AbortController()
const progress = (message: string): void => {
  process.stderr.write(`${Math.round((performance.now() - startedAt) / 1000)} s  ${message}\n`)
}

if (given === null) process.stdout.write(USAGE)
else {
  // Half an hour is not thrown away: what is known by then gets its page.
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => stop.abort())
  const found = await find(given)
  const findings = allFindings(found)
  for (const finding of findings) process.stdout.write(line(finding))
  process.stdout.write(`${heldText(findings)}\n`)
  if (given.write !== null) await writePage(given.write, found)
  process.exitCode = findings.every(({ held }) => held !== false) ? 0 : 1
}

async function find({ parts, simulation, experiment: plan, server }: TrustArguments): Promise<Found> {
  const simulated: Finding[] = []
  if (parts.includes('simulation')) {
    for await (const finding of simulate(simulation)) {
      simulated.push(finding)
      progress(`${finding.what}: ${finding.result}`)
      if (stop.signal.aborted) break
    }
  }
  if (!parts.includes('server') || stop.signal.aborted) return { simulation: simulated, experiment: null }
  const options = {
    server,
    reach: 'socket' as const,
    path: process.env['PATH'] ?? '',
    signal: stop.signal,
    now: () => Number(process.hrtime.bigint()),
    note: progress,
    progress,
  }
  const found = await experiment(plan, options).catch((error: unknown) => {
    // Stopped before anything was measured.
    if (stop.signal.aborted) return null
    throw error
  })
  return { simulation: simulated, experiment: found }
}

function line({ what, target, result, held }: Finding): string {
  const mark = held === null ? '     ' : held ? 'yes  ' : 'NO   '
  return `${mark}${what}: ${result}${target === null ? '' : ` [${target}]`}\n`
}

async function writePage(file: string, found: Found): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  const facts = {
    command: ['npm run trust --', ...words].join(' '),
    date: new Date().toISOString().slice(0, 10),
    minutes: Math.round((performance.now() - startedAt) / 60_000),
    stopped: stop.signal.aborted,
  }
  await writeFile(file, renderResultsPage(found, facts))
}
