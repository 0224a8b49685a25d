// The conclusions of a run, written beside its evidence.
import type { Result } from '../../model/result.js'
import { renderJson } from '../../report/json.js'
import { renderMarkdown } from '../../report/markdown.js'

export const RESULT_FILE = 'result.json'
export const REPORT_FILE = 'report.md'

/** `write` takes a file name inside the run's folder and the text. */
export async function writeReport(
  result: Result,
  write: (file: string, text: string) => Promise<void>,
): Promise<void> {
  await write(RESULT_FILE, renderJson(result))
  await write(REPORT_FILE, renderMarkdown(result))
}
