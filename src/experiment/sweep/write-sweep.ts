// The files of a sweep.
import type { SweepResult } from '../../model/vectors/sweep-result.js'
import { jsonText } from '../../report/json.js'
import { renderSweepChart } from '../../report/vectors/sweep-chart.js'
import { renderSweepMarkdown } from '../../report/vectors/sweep-markdown.js'
import { renderSweepMigration } from '../../report/vectors/sweep-migration.js'

export const SWEEP_RESULT_FILE = 'sweep.json'
export const SWEEP_REPORT_FILE = 'sweep.md'
export const SWEEP_CHART_FILE = 'sweep.svg'
export const SWEEP_MIGRATION_FILE = 'migration.sql'

/** `write` takes a file name inside the sweep's folder and the text. */
export async function writeSweep(
  result: SweepResult,
  write: (file: string, text: string) => Promise<void>,
): Promise<void> {
  await write(SWEEP_RESULT_FILE, jsonText(result))
  await write(SWEEP_CHART_FILE, renderSweepChart(result))
  await write(
    SWEEP_REPORT_FILE,
    renderSweepMarkdown(result, { chart: SWEEP_CHART_FILE, migration: SWEEP_MIGRATION_FILE }),
  )
  await write(SWEEP_MIGRATION_FILE, renderSweepMigration(result))
}
