// indexproof doctor
import picocolors from 'picocolors'
import { diagnose, isReady, type Diagnosis } from '../../experiment/doctor.js'
import type { Check } from '../../model/check.js'
import { EXIT, HarnessError, type ExitCode } from '../../model/errors.js'
import { plainLines } from '../../model/plain-text.js'
import { SERVER_KINDS, type ServerKind } from '../../model/server-kinds.js'
import { monotonicNs } from '../clocks.js'
import { resolveServer, type ServerArguments } from '../server-settings.js'
import type { Terminal } from '../terminal.js'

export interface DoctorArguments extends ServerArguments {
  readonly server?: ServerKind | undefined
  readonly json: boolean
}

/** 3 where the named server is not ready; without a name, where none is. */
export async function doctorCommand(given: DoctorArguments, terminal: Terminal): Promise<ExitCode> {
  const kinds = given.server === undefined ? SERVER_KINDS : [given.server]
  const diagnoses = await Promise.all(kinds.map((kind) => examine(kind, given, terminal)))
  if (given.json) terminal.print(`${JSON.stringify(diagnoses, null, 2)}\n`)
  else terminal.print(diagnoses.map((diagnosis) => render(diagnosis, terminal)).join('\n'))
  return diagnoses.some(isReady) ? EXIT.ok : EXIT.environment
}

/** Nobody has to name an address to see how the other servers are. */
async function examine(kind: ServerKind, given: DoctorArguments, terminal: Terminal): Promise<Diagnosis> {
  const ports = { signal: new AbortController().signal, now: monotonicNs }
  try {
    return await diagnose(resolveServer(kind, given, terminal), ports)
  } catch (error) {
    if (kind !== 'url' || given.server === 'url' || !(error instanceof HarnessError)) throw error
    const check = { name: 'address', state: 'failed', found: error.message, fix: error.hint ?? '' } as const
    return { kind, checks: [check] }
  }
}

const SIGN = { ok: '✓', failed: '✗', limited: '✗', unknown: '·' } as const

function render(diagnosis: Diagnosis, { colour }: Terminal): string {
  const colours = picocolors.createColors(colour)
  const paint = {
    ok: colours.green,
    failed: colours.red,
    limited: colours.yellow,
    unknown: colours.dim,
  }
  const width = Math.max(...diagnosis.checks.map(({ name }) => name.length))
  const line = ({ name, state, found, fix }: Check): string =>
    `  ${paint[state](SIGN[state])} ${name.padEnd(width)}  ${plainLines(found)}${fix === null || fix === '' ? '' : `\n    ${' '.repeat(width)}  → ${plainLines(fix)}`}\n`
  const isLimited = diagnosis.checks.some((check) => check.state === 'limited')
  const state = isReady(diagnosis) ? `ready${isLimited ? ', but not for everything' : ''}` : 'not ready'
  return `${colours.bold(diagnosis.kind)}: ${state}\n${diagnosis.checks.map(line).join('')}`
}
