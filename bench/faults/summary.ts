// What a suite found, for people: a line for each case, and one for all.
import { caseId, type FaultCase } from './fault-case.js'
import type { Outcome } from './run-case.js'
import type { CaseOutcome } from './run-suite.js'

/** The case with its id, which repeats it, and below it what should not be. */
export function renderCase(faultCase: FaultCase, { told, endedMs, cleanMs, ...found }: Outcome): string {
  const times = `ended in ${endedMs} ms, clean in ${cleanMs} ms`
  const problems = [
    ...found.left.map((thing) => `  left behind: ${thing}`),
    ...found.changed.map((name) => `  neighbour changed: ${name}`),
    ...found.wrong.map((text) => `  wrong: ${text}`),
  ]
  return [`${caseId(faultCase)}  ${told}; ${times}`, ...problems, ''].join('\n')
}

/** What the runs of a case said, with the time since their start. */
export const renderRuns = ({ runs }: Outcome): string =>
  runs
    .flatMap(({ lines }) => lines)
    .map(({ text, atMs }) => `  ${Math.round(atMs)} ms | ${text}\n`)
    .join('')

export interface Totals {
  readonly faults: number
  readonly left: number
  readonly changed: number
  readonly wrong: number
}

export function totalsOf(outcomes: readonly CaseOutcome[]): Totals {
  const count = (of: (outcome: Outcome) => readonly unknown[]): number =>
    outcomes.reduce((sum, { outcome }) => sum + of(outcome).length, 0)
  return {
    faults: outcomes.length,
    left: count(({ left }) => left),
    changed: count(({ changed }) => changed),
    wrong: count(({ wrong }) => wrong),
  }
}

export function renderTotals({ faults, left, changed, wrong }: Totals): string {
  const line = `${faults} faults, ${left} left behind, ${changed} neighbours changed`
  return wrong === 0 ? line : `${line}, ${wrong} wrong in another way`
}
