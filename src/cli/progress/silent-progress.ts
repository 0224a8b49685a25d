// For --no-progress and for tests: nothing is shown.
import type { ProgressDisplay } from './progress-display.js'

const nothing = (): void => {}

export const silentProgress = (): ProgressDisplay => ({
  phase: nothing,
  advance: nothing,
  standings: nothing,
  note: nothing,
  done: nothing,
  clear: nothing,
})
