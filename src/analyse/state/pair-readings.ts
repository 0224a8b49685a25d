// Readings of the state in pairs: only what lies between a start and the end of the same, uninterrupted stretch compares.
import type { StateReading } from '../../model/evidence.js'

export interface Stretch {
  readonly start: StateReading
  /** Null where an interruption came first. */
  readonly end: StateReading | null
}

/** Stretches in the order they began. A run that goes on after an interruption begins a new one, on a new database. */
export function pairReadings(readings: readonly StateReading[]): readonly Stretch[] {
  const stretches: { start: StateReading; end: StateReading | null }[] = []
  for (const reading of readings) {
    if (reading.moment === 'start') stretches.push({ start: reading, end: null })
    else endLast(stretches, reading)
  }
  return stretches
}

function endLast(stretches: { start: StateReading; end: StateReading | null }[], end: StateReading): void {
  const open = stretches.findLast(({ start }) => start.block === end.block && start.database === end.database)
  if (open !== undefined) open.end ??= end
}
