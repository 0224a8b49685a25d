// Which display fits: one that moves on a terminal, lines in a pipe, nothing where none is wanted.
import type { Terminal } from '../terminal.js'
import { plainProgress } from './plain-progress.js'
import type { ProgressDisplay } from './progress-display.js'
import { silentProgress } from './silent-progress.js'
import { terminalProgress } from './terminal-progress.js'

export function chooseProgress(wanted: boolean, { interactive, colour, screen }: Terminal): ProgressDisplay {
  const now = (): number => performance.now()
  if (!wanted) return silentProgress()
  return interactive ? terminalProgress({ stream: screen, now, colour }) : plainProgress(screen, now)
}
