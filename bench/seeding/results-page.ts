// How fast seeding is, as a page to keep.
import { readMachine } from '../../src/experiment/questions/machine.js'
import { judgeTargets, type SeedingResults } from './targets.js'

export interface PageFacts {
  readonly command: string
  /** ISO 8601, the day. */
  readonly date: string
  readonly server: string
  readonly rounds: number
}

export const renderResultsPage = (results: SeedingResults, facts: PageFacts): string =>
  ['# Seeding', '', ...introduction(facts), '', ...renderTables(results), ''].join('\n')

const introduction = ({ command, date, server, rounds }: PageFacts): string[] => [
  `\`${command}\`, ${date}, ${server}, over TCP, ${machine()}.`,
  `All ways in turns in rounds of random order, medians of ${rounds}. Every table is emptied and its rows frozen in the transaction that loads them, in every way but pgbench's. Ours makes its rows while it loads them; the files are ready.`,
]

export const renderTables = (results: SeedingResults): readonly string[] => [
  '| target | wanted | got | |',
  '| --- | --- | ---: | --- |',
  ...judgeTargets(results).map(
    ({ what, wanted, got, isReached }) =>
      `| ${what} | ${wanted} | ${got} | ${isReached ? 'reached' : '**missed**'} |`,
  ),
  '',
  '| data | way | rows/s | of the ready binary file | peak memory |',
  '| --- | --- | ---: | ---: | ---: |',
  ...results.rates.map(
    ({ data, name, rowsPerSecond }) =>
      `| ${data} | ${name} | ${Math.round(rowsPerSecond)} | ${ofBinaryFile(results, data, rowsPerSecond)} | |`,
  ),
  `| messages | encoder alone | ${Math.round(results.encoder.encodedPerSecond)} | | |`,
  `| messages | faker alone | ${Math.round(results.encoder.fakerPerSecond)} | | |`,
  ...results.memory.map(
    ({ data, rows, rowsPerSecond, planSeconds, peakBytes }) =>
      `| ${data} | ${rows} rows in a process of their own, ${(rows / rowsPerSecond).toFixed(1)} s after ${planSeconds.toFixed(1)} s of planning | ${Math.round(rowsPerSecond)} | | ${Math.round(peakBytes / 1e6)} MB |`,
  ),
]

/** Of the same data; empty where there is no such file. */
function ofBinaryFile({ rates }: SeedingResults, data: string, rowsPerSecond: number): string {
  const file = rates.find((way) => way.data === data && way.name.includes('binary file'))
  return file === undefined ? '' : (rowsPerSecond / file.rowsPerSecond).toFixed(2)
}

function machine(): string {
  const { cpu, cores, memoryBytes, platform, node } = readMachine()
  return `${cores} × ${cpu}, ${Math.round(memoryBytes / 2 ** 30)} GB, ${platform}, Node ${node}`
}
