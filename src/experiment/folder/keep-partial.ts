// What becomes of the rounds that were finished when a run breaks or is interrupted: they are concluded from and kept.
import { summariseRun } from '../../analyse/summarise-run.js'
import { errorOrAbort, HarnessError } from '../../model/errors.js'
import type { ServerKind } from '../../model/server-kinds.js'
import type { EvidenceLog } from './evidence-log.js'
import { explainFailure } from '../explain-failure.js'
import type { RunFolder } from './run-folder.js'
import { writeReport } from './write-report.js'

export interface KeepPorts {
  readonly kind: ServerKind
  readonly signal: AbortSignal
  /** Wall clock. */
  readonly date: () => Date
}

/** Runs `work`. Where it throws after a finished round, the report is written before the error goes on its way. */
export async function keepPartial(
  folder: RunFolder,
  log: EvidenceLog,
  { kind, signal, date }: KeepPorts,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work()
  } catch (error) {
    const cause = explainFailure(errorOrAbort(error, signal), kind, 'measuring')
    if (!folder.isKept()) throw cause
    log.discard()
    const last = log.evidence().rounds.at(-1)
    log.record({
      type: 'footer',
      finishedAt: date().toISOString(),
      measuringMs: last?.elapsedMs ?? 0,
      stoppedBy: 'interrupted',
      reason: cause instanceof Error ? cause.message : String(cause),
    })
    // Where the disk is full this fails too, and the first error is the one to tell: the rounds are on disk.
    await concludeIn(folder, log).catch(() => {})
    throw withPartial(cause, folder.path)
  }
}

async function concludeIn(folder: RunFolder, log: EvidenceLog): Promise<void> {
  await log.flush()
  await writeReport(summariseRun(log.evidence()), folder.write)
}

const withPartial = (error: unknown, path: string): unknown =>
  withHint(error, `The finished rounds are kept in ${path}; go on with: indexproof run --resume ${path}`)

/** Said to whoever interrupted a run before there was anything to keep. */
export const withNothingKept = (error: unknown): unknown =>
  withHint(error, 'No round was finished: nothing is kept')

/** Of a sweep, whose answer is written before all of it is measured. */
export const withPartFound = (error: unknown, path: string): unknown =>
  withHint(error, `What was found before is kept in ${path}`)

/** A bug stays a bug: it is told with its stack. */
const withHint = (error: unknown, line: string): unknown =>
  error instanceof HarnessError
    ? new HarnessError(error.message, {
        exitCode: error.exitCode,
        hint: error.hint === undefined ? line : `${error.hint}\n${line}`,
        cause: error,
      })
    : error
