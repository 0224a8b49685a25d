// What is only known to be at least or at most so, for executions were cut off at the statement timeout, as people read it.
import type { Censored, QueryResult } from '../model/result.js'
import { formatMs, formatRatio, formatSpeedup, NOT_MEASURED } from './format.js'

type Measured = Pick<QueryResult, 'arms' | 'censored' | 'speedup'>

/** ≥ 30 s */
export const latencyText = (medianMs: number | null, cutOff: number): string =>
  `${cutOff > 0 ? '≥ ' : ''}${formatMs(medianMs)}`

/** ≥ 31x [29.4, ∞] */
export const speedupText = ({ speedup, censored }: Omit<Measured, 'arms'>): string =>
  speedup === null ? NOT_MEASURED : `${sideOf(censored)}${formatSpeedup(speedup)}`

/** ≥ 31x */
export const ratioText = (ratio: number | null, censored: Censored): string =>
  ratio === null ? NOT_MEASURED : `${sideOf(censored)}${formatRatio(ratio)}`

/** Where both arms were cut off, the truth may lie on either side. */
function sideOf({ before, after }: Censored): string {
  if (before > 0 && after > 0) return '≈ '
  if (before > 0) return '≥ '
  return after > 0 ? '≤ ' : ''
}

/** A sentence for below a table that has such numbers; empty where it has none. */
export const censoredNote = (censored: readonly Censored[]): string =>
  censored.some(({ before, after }) => before + after > 0)
    ? ' ≥ is at least, ≤ at most, ≈ either: executions were cut off at the statement timeout.'
    : ''
