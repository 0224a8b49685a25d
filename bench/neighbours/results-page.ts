// What the ways take, as a page to keep.
import { readMachine } from '../../src/experiment/questions/machine.js'
import { WAYS, type Way, type WaysResult } from './compare-ways.js'
import type { NeighboursArguments } from './arguments.js'

/** How many times faster than each of the others the kernel shall be. */
const TARGET = 10

export const isReached = (result: WaysResult): boolean =>
  result.differing === 0 && WAYS.every((way) => way === 'kernel' || median(ratios(result, way)) >= TARGET)

export function renderResultsPage(
  result: WaysResult,
  { rows, dimensions, queries, k, rounds }: NeighboursArguments,
  { command, date }: { readonly command: string; readonly date: string },
): string {
  const { cpu, cores, platform, node } = readMachine()
  const multiplications = rows * dimensions * queries
  return [
    '# Neighbours',
    '',
    `The kernel shall be ${TARGET} times as fast as loops in JavaScript, and give the same neighbours: ${isReached(result) ? 'reached' : '**missed**'}.`,
    '',
    `\`${command}\`, ${date}, ${cores} × ${cpu}, ${platform}, Node ${node}.`,
    `${queries} queries at once, ${rows} rows of ${dimensions} dimensions, the ${k} nearest by cosine. ${rounds} rounds of random order; medians, with the smallest and largest ratio of a round. Queries answered differently: ${result.differing}.`,
    '',
    '| way | ms | multiplications/ns | times the kernel |',
    '| --- | ---: | ---: | ---: |',
    ...WAYS.map((way) => {
      const ms = median(result.durationsMs[way])
      return `| ${way} | ${ms.toFixed(0)} | ${(multiplications / (ms * 1e6)).toFixed(2)} | ${ratioText(result, way)} |`
    }),
    '',
  ].join('\n')
}

const ratios = ({ durationsMs }: WaysResult, way: Way): number[] =>
  durationsMs[way].map((ms, round) => ms / (durationsMs.kernel[round] ?? NaN))

function ratioText(result: WaysResult, way: Way): string {
  if (way === 'kernel') return '1'
  const all = ratios(result, way)
  return `${median(all).toFixed(1)} (${Math.min(...all).toFixed(1)} to ${Math.max(...all).toFixed(1)})`
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return ((sorted[(sorted.length - 1) >> 1] ?? NaN) + (sorted[sorted.length >> 1] ?? NaN)) / 2
}
