// The end of a run on the terminal: the table, the verdict, and where the report is.
import { join, relative } from 'node:path'
import { REPORT_FILE } from '../experiment/folder/write-report.js'
import { plainLine } from '../model/plain-text.js'
import type { Result } from '../model/result.js'
import { renderAttribution } from '../report/attribution-line.js'
import { renderCheckTable } from '../report/check-table.js'
import { renderClaimTable } from '../report/claim-table.js'
import { renderLeftOut } from '../report/left-out.js'
import { renderVerdictLine } from '../report/summary.js'
import { renderTable } from '../report/table.js'
import type { Terminal } from './terminal.js'

export function renderOutcome(
  result: Result,
  folder: string,
  { width, colour }: Pick<Terminal, 'width' | 'colour'>,
): string {
  const report = plainLine(relative('', join(folder, REPORT_FILE)))
  const incomplete = result.scenario.without.length > 0 ? [renderLeftOut(result.scenario, plainLine)] : []
  const caveats = [...incomplete, ...result.server.caveats.map(plainLine)]
    .map((caveat) => `note: ${caveat}\n`)
    .join('')
  const tables = [
    renderTable(result.queries, { width, colour }),
    renderClaimTable(result.claims, { width, colour }),
    renderCheckTable(result, { width, colour }),
  ].filter((table) => table !== '')
  const sentences = [renderVerdictLine(result), plainLine(renderAttribution(result))].filter(
    (line) => line !== '',
  )
  return `\n${tables.join('\n\n')}\n${sentences.join('\n')}\n${caveats}report: ${report}\n`
}
