// What the bench found, as a page to keep: the command, the machine, a row for each figure.
import { readMachine } from '../../src/experiment/questions/machine.js'
import { NOISE_IN_WORDS } from './experiment/noise.js'
import type { Experiment } from './experiment/experiment.js'
import type { Finding } from './finding.js'

export interface Found {
  /** Null where it was not asked for. */
  readonly simulation: readonly Finding[]
  readonly experiment: Experiment | null
}

export interface PageFacts {
  readonly command: string
  /** ISO 8601, the day. */
  readonly date: string
  readonly minutes: number
  readonly stopped: boolean
}

export function renderResultsPage(found: Found, { command, date, minutes, stopped }: PageFacts): string {
  const { experiment } = found
  return [
    '# Trust',
    '',
    heldText(allFindings(found)),
    '',
    `\`${command}\`, ${date}, ${minutes} minutes, ${machine()}.${stopped ? ' Stopped by hand.' : ''}`,
    'A row without a target is there for comparison: what another design makes of the same. Rates have their 95 % interval (Wilson).',
    '',
    ...section('Simulation', SIMULATION, found.simulation),
    ...(experiment === null ? [] : experimentSections(experiment)),
  ].join('\n')
}

const SIMULATION = [
  "The library's own rounds and analysis on a simulated machine: log-normal noise of 10 %, slow drift, bursts, one execution in a hundred ten times slower.",
]

const experimentSections = ({ server, truths, same, slowed }: Experiment): readonly string[] => [
  ...section(
    'A/A on a server under noise',
    [
      `${server}, with ${NOISE_IN_WORDS}. Every report has eight queries, from a lookup by key to joins of some milliseconds, three claims and two controls, and no plans to excuse a difference by. The other designs ran in turns with ours, on the same queries and the same session.`,
    ],
    same,
  ),
  ...section(
    'Known slowdowns on a server under noise',
    [
      'One arm does +10 %, ×1.5 or ×10 of the work of the other. Two reports, one with its arms swapped, take turns round by round, so that both meet the same noise; between their rounds a witness executes both arms in plain turns, which no report sees. Noise moves a ratio of latencies, for a long execution is interrupted more often than a short one: the witness says what it was in those minutes.',
      ...witnessesText(truths),
    ],
    slowed,
  ),
]

function witnessesText(truths: Experiment['truths']): readonly string[] {
  if (truths.size === 0) return []
  const each = [...truths].map(([name, { speedup, halfWidth }]) => {
    const interval = halfWidth === null ? '' : ` ± ${(halfWidth * 100).toFixed(2)} %`
    return `${name} ${speedup.toFixed(4)}${interval}`
  })
  return [`The median of the witnesses, with its 95 % interval where there are enough: ${each.join(', ')}.`]
}

function section(title: string, text: readonly string[], findings: readonly Finding[]): readonly string[] {
  if (findings.length === 0) return []
  return [
    `## ${title}`,
    '',
    text.join(' '),
    '',
    '| figure | target | result | reached |',
    '| --- | --- | --- | --- |',
    ...findings.map(
      (finding) => `| ${finding.what} | ${finding.target ?? ''} | ${finding.result} | ${reached(finding)} |`,
    ),
    '',
  ]
}

function reached({ target, held }: Finding): string {
  if (target === null) return ''
  return held === null ? 'not measured' : held ? 'yes' : '**no**'
}

export const allFindings = ({ simulation, experiment }: Found): readonly Finding[] => [
  ...simulation,
  ...(experiment === null ? [] : [...experiment.same, ...experiment.slowed]),
]

export function heldText(findings: readonly Finding[]): string {
  const judged = findings.filter(({ target }) => target !== null)
  const held = judged.filter((finding) => finding.held === true)
  return `${held.length} of ${judged.length} targets reached.`
}

function machine(): string {
  const { cpu, cores, memoryBytes, platform, node } = readMachine()
  return `${cores} × ${cpu}, ${Math.round(memoryBytes / 2 ** 30)} GB, ${platform}, Node ${node}`
}
