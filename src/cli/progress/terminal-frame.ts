// What moves at the foot of the terminal: the running phase, and while measuring the comparison as it stands.
import type { QueryResult } from '../../model/result.js'
import { renderTable } from '../../report/table.js'
import { phaseLine, type Phase } from './phase-line.js'
import type { ProgressStream } from './progress-display.js'

/** Rows of the terminal that are not for queries: bar, spacer, head of the table, 'more' line, prompt. */
const OTHER_ROWS = 5

/** Not empty: log-update 7.2 takes an empty line for the end of the frame before, and then erases one line too many. */
const SPACER = ' '

export interface Frame {
  readonly phase: Phase
  readonly standings: readonly QueryResult[]
}

export interface FrameOptions {
  readonly now: number
  readonly stream: ProgressStream
  readonly colour: boolean
}

/** Lines that fit the terminal in both directions. */
export function renderFrame({ phase, standings }: Frame, { now, stream, colour }: FrameOptions): string {
  const width = frameWidth(stream)
  const bar = phaseLine(phase, now, width)
  if (standings.length === 0) return bar
  const shown = standings.slice(0, Math.max(1, (stream.rows ?? 24) - OTHER_ROWS))
  const more = standings.length - shown.length
  const lines = [bar, SPACER, renderTable(shown, { width, colour })]
  return [...lines, ...(more === 0 ? [] : [`… and ${more} more`])].join('\n')
}

/** One column is left free: some terminals wrap a line that fills the last one. */
export const frameWidth = (stream: ProgressStream): number => Math.max(1, (stream.columns ?? 80) - 1)
