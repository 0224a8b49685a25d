// indexproof report
import { reportRun } from '../../experiment/report-run.js'
import { findRun } from '../../experiment/folder/find-run.js'
import type { ExitCode } from '../../model/errors.js'
import { renderJson } from '../../report/json.js'
import { exitCodeOf } from '../exit-code.js'
import { renderOutcome } from '../outcome.js'
import type { Terminal } from '../terminal.js'

export interface ReportArguments {
  readonly run: string
  readonly out: string
  readonly json: boolean
}

export async function reportCommand(
  { run, out, json }: ReportArguments,
  terminal: Terminal,
): Promise<ExitCode> {
  const folder = await findRun(run, out)
  const result = await reportRun(folder)
  terminal.print(json ? renderJson(result) : renderOutcome(result, folder, terminal))
  return exitCodeOf(result)
}
