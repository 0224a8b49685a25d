// indexproof report
import { reportRun } from '../../experiment/report-run.js'
import { findRun } from '../../experiment/folder/find-run.js'
import { isSweep, reportSweep } from '../../experiment/sweep/report-sweep.js'
import { EXIT, type ExitCode } from '../../model/errors.js'
import { jsonText, renderJson } from '../../report/json.js'
import { exitCodeOf } from '../exit-code.js'
import { renderOutcome } from '../outcome.js'
import { renderSweepOutcome } from '../sweep-outcome.js'
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
  if (await isSweep(folder)) {
    const result = await reportSweep(folder)
    terminal.print(json ? jsonText(result) : renderSweepOutcome({ result, folder }))
    return EXIT.ok
  }
  const result = await reportRun(folder)
  terminal.print(json ? renderJson(result) : renderOutcome(result, folder, terminal))
  return exitCodeOf(result)
}
