// What a suite found, as a page to keep: the command, the machine, a row for each kind and server.
import { cpus, totalmem } from 'node:os'
import { caseId } from './fault-case.js'
import { exitText } from './fault-kind.js'
import type { CaseOutcome } from './run-suite.js'
import { renderTotals, totalsOf } from './summary.js'

const HEAD = [
  '| fault | server | cases | runs ended | slowest end | slowest clean-up | left | changed | wrong |',
  '| --- | --- | ---: | --- | ---: | ---: | ---: | ---: | ---: |',
]

export interface SuiteFacts {
  readonly command: string
  /** ISO 8601, the day. */
  readonly date: string
  /** Cases that the command asked for, where somebody stopped it before their end; else null. */
  readonly stoppedOf: number | null
}

export function renderResultsPage(
  { command, date, stoppedOf }: SuiteFacts,
  outcomes: readonly CaseOutcome[],
): string {
  const failed = outcomes.filter(({ outcome }) => problemsOf(outcome).length > 0)
  return [
    '# Faults',
    '',
    `${renderTotals(totalsOf(outcomes))}.`,
    '',
    `\`${command}\`, ${date}, ${machine()}.${stoppedOf === null ? '' : ` Stopped by hand: ${stoppedOf} faults were asked for.`}`,
    'Slowest end: from the fault until the run had ended. Slowest clean-up: from there until nothing was left.',
    '',
    ...HEAD,
    ...[...grouped(outcomes)].map(([name, group]) => row(name, group)),
    '',
    ...failed.flatMap(({ faultCase, outcome }) => [
      `- \`${caseId(faultCase)}\`: ${[outcome.told, ...problemsOf(outcome)].join('; ')}`,
    ]),
    '',
  ].join('\n')
}

function machine(): string {
  const [cpu] = cpus()
  const memoryGb = Math.round(totalmem() / 2 ** 30)
  return `${cpus().length} × ${cpu?.model ?? 'unknown'}, ${memoryGb} GB, ${process.platform}, Node ${process.versions.node}`
}

const problemsOf = ({ left, changed, wrong }: CaseOutcome['outcome']): readonly string[] => [
  ...left,
  ...changed,
  ...wrong,
]

function grouped(outcomes: readonly CaseOutcome[]): ReadonlyMap<string, readonly CaseOutcome[]> {
  const groups = new Map<string, CaseOutcome[]>()
  for (const one of outcomes) {
    const name = `${one.faultCase.kind} | ${one.faultCase.server}`
    groups.set(name, [...(groups.get(name) ?? []), one])
  }
  return groups
}

function row(name: string, group: readonly CaseOutcome[]): string {
  const slowest = (of: 'endedMs' | 'cleanMs'): string =>
    `${Math.max(...group.map(({ outcome }) => outcome[of]))} ms`
  const { left, changed, wrong } = totalsOf(group)
  const cells = [
    name,
    group.length,
    endings(group),
    slowest('endedMs'),
    slowest('cleanMs'),
    left,
    changed,
    wrong,
  ]
  return `| ${cells.join(' | ')} |`
}

/** How often each ending was, the most frequent first. */
function endings(group: readonly CaseOutcome[]): string {
  const counts = new Map<string, number>()
  for (const run of group.flatMap(({ outcome }) => outcome.runs)) {
    counts.set(exitText(run), (counts.get(exitText(run)) ?? 0) + 1)
  }
  const byCount = [...counts].sort(([, a], [, b]) => b - a)
  return byCount.map(([text, count]) => `${text} × ${count}`).join(', ')
}
