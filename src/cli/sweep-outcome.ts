// The end of a sweep on the terminal: the answer, and where the files are.
import { join, relative } from 'node:path'
import type { SweepOutcome } from '../experiment/sweep/sweep-options.js'
import { SWEEP_MIGRATION_FILE, SWEEP_REPORT_FILE } from '../experiment/sweep/write-sweep.js'
import { plainLine } from '../model/plain-text.js'
import { renderSweepText } from '../report/vectors/sweep-text.js'

export function renderSweepOutcome({ result, folder }: SweepOutcome): string {
  const place = (file: string): string => plainLine(relative('', join(folder, file)))
  const caveats = result.evidence.server.caveats.map((caveat) => `note: ${plainLine(caveat)}\n`).join('')
  return `\n${renderSweepText(result)}${caveats}migration: ${place(SWEEP_MIGRATION_FILE)}\nreport: ${place(SWEEP_REPORT_FILE)}\n`
}
