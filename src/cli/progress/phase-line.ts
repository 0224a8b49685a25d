// The line of the phase that is running: title, bar, percent, what it is at, and how long it will still take.
import { truncateText } from '../../report/text-width.js'
import { remainingTime, wholePercent, withinOne } from './remaining-time.js'

export interface Phase {
  readonly title: string
  readonly startedAt: number
  readonly fraction: number
  readonly detail: string
}

const BAR_CELLS = 20

/** At most `width` columns: `Measuring ██████░░░░░░░░░░░░░░ 30 %  round 18 of 60  2 min 20 s left` */
export function phaseLine({ title, startedAt, fraction, detail }: Phase, now: number, width: number): string {
  const full = Math.floor(withinOne(fraction) * BAR_CELLS)
  const bar = '█'.repeat(full) + '░'.repeat(BAR_CELLS - full)
  const left = remainingTime(withinOne(fraction), now - startedAt)
  const parts = [`${title} ${bar} ${wholePercent(fraction)}`, detail, left]
  return truncateText(parts.filter((part) => part !== '').join('  '), width)
}
