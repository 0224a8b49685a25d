// What the ways cost, as a page to keep.
import { readMachine } from '../../src/experiment/questions/machine.js'
import type { WayResult } from './compare-ways.js'

export interface PageFacts {
  readonly command: string
  /** ISO 8601, the day. */
  readonly date: string
  readonly server: string
}

/** Microseconds over pgbench that a timed execution of ours may cost at the median of a key lookup. */
const TARGET_US = 15

const ours = (results: readonly WayResult[]): WayResult | undefined =>
  results.find(({ lookup, way }) => lookup === 'primary key' && way === 'IndexProof')

export const isReached = (results: readonly WayResult[]): boolean =>
  (ours(results)?.overFirstUs?.estimate ?? Infinity) <= TARGET_US

export function renderResultsPage(
  results: readonly WayResult[],
  { command, date, server }: PageFacts,
): string {
  const over = ours(results)?.overFirstUs?.estimate ?? NaN
  return [
    '# Overhead',
    '',
    `A timed execution of a key lookup costs ${over.toFixed(1)} µs more than pgbench's at p50; the target is at most ${TARGET_US}: ${isReached(results) ? 'reached' : '**missed**'}.`,
    '',
    `\`${command}\`, ${date}, ${server}, over TCP, ${machine()}.`,
    'One connection for each way, the same plan, all ways in turns in rounds of random order. p50 and p99 are medians over rounds; the difference is paired by round, Hodges-Lehmann with its 95 % interval.',
    '',
    ...renderTable(results),
    '',
  ].join('\n')
}

export const renderTable = (results: readonly WayResult[]): readonly string[] => [
  '| statement | way | p50 µs | p99 µs | over pgbench at p50, µs |',
  '| --- | --- | ---: | ---: | ---: |',
  ...results.map(
    ({ lookup, way, p50Us, p99Us, overFirstUs }) =>
      `| ${lookup} | ${way} | ${p50Us.toFixed(1)} | ${p99Us.toFixed(1)} | ${overText(overFirstUs)} |`,
  ),
]

function overText(over: WayResult['overFirstUs']): string {
  if (over === null) return ''
  const bound = (value: number | null): string => value?.toFixed(1) ?? 'open'
  return `${over.estimate.toFixed(1)} (${bound(over.low)} to ${bound(over.high)})`
}

function machine(): string {
  const { cpu, cores, memoryBytes, platform, node } = readMachine()
  return `${cores} × ${cpu}, ${Math.round(memoryBytes / 2 ** 30)} GB, ${platform}, Node ${node}`
}
