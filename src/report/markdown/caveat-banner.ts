// What a reader must know before believing a number, directly under the verdict.
import type { Result } from '../../model/result.js'
import { escapeCode, escapeText } from '../escape.js'
import { counted, formatInterval, formatRatio } from '../format.js'
import { renderLeftOut } from '../left-out.js'
import { raisedByNoise } from '../raised-by-noise.js'

/** A quoted list of caveats, or nothing when there is none. */
export function caveatBanner(result: Result): string {
  const caveats = [
    controlRun(result),
    incomplete(result),
    embedded(result),
    partial(result),
    resumed(result),
    clones(result),
    noisy(result),
    ...result.server.caveats.map(escapeText),
  ]
  const lines = caveats.filter((caveat) => caveat !== null)
  return lines.length === 0 ? '' : ['> [!IMPORTANT]', ...lines.map((line) => `> - ${line}`)].join('\n')
}

const controlRun = ({ run }: Result): string | null =>
  run.arms === 'aa'
    ? '**A/A run**: the migration is in neither arm. Whatever differs here is noise, and the verdicts judge the harness.'
    : null

const incomplete = ({ scenario }: Result): string | null =>
  scenario.without.length === 0 ? null : `**Not the whole scenario**, ${renderLeftOut(scenario, escapeCode)}.`

/** Usually the server says it itself. */
const embedded = ({ server }: Result): string | null =>
  server.kind === 'embedded' && server.caveats.length === 0
    ? '**Embedded server**: PostgreSQL ran as WebAssembly. Believe ratios and plans, not milliseconds.'
    : null

const partial = ({ run, queries }: Result): string | null => {
  if (run.stoppedBy === 'interrupted') {
    const rounds = counted(run.rounds, 'finished round')
    return `**Interrupted run** after ${rounds}: ${escapeText(run.reason ?? '')}. Its verdicts rest on these rounds alone.`
  }
  if (run.stoppedBy !== 'budget') return null
  const open = queries.filter(({ verdict }) => verdict === 'inconclusive').length
  const rest = open === 0 ? '' : ` ${counted(open, 'verdict')} may settle with a larger budget.`
  return `**Partial run**: the time budget ended measuring after ${counted(run.rounds, 'round')}.${rest}`
}

const resumed = ({ run }: Result): string | null =>
  run.resumed === 0
    ? null
    : `**Resumed run**: measuring went on after ${counted(run.resumed, 'interruption')}, on a database made anew from the same seed.`

const clones = ({ run }: Result): string | null =>
  run.armKind === 'clones'
    ? '**Clones**: each arm is a database of its own. Two copies of one database differ by some percent without any migration.'
    : null

const noisy = ({ policy, noiseFloor }: Result): string | null =>
  raisedByNoise(policy)
    ? `**Noisy machine**: an arm compared with itself spread over ${formatInterval(noiseFloor.low, noiseFloor.high)}; ` +
      `effects under ${formatRatio(policy.delta)} count as no change here.`
    : null
