// Progress for pipes and CI logs: lines only, few enough to read afterwards.
import { plainLine } from '../../model/plain-text.js'
import { formatDuration } from '../../report/format.js'
import type { Clock, ProgressDisplay, ProgressStream } from './progress-display.js'
import { remainingTime, wholePercent, withinOne } from './remaining-time.js'
import { standingsLine } from './standings-line.js'

/** A CI log of an hour's run stays under 400 lines. */
const QUIET_MS = 10_000

/** One line when a phase begins and ends, and at most one in ten seconds between. */
export function plainProgress(stream: ProgressStream, now: Clock): ProgressDisplay {
  let current: { title: string; startedAt: number } | null = null
  let lastLineAt = 0
  const write = (line: string): void => {
    lastLineAt = now()
    stream.write(`${line}\n`)
  }
  const finish = (): void => {
    if (current === null) return
    write(`${current.title}: done in ${formatDuration(now() - current.startedAt)}`)
    current = null
  }
  return {
    phase(title) {
      finish()
      current = { title: plainLine(title), startedAt: now() }
      write(current.title)
    },
    advance(fraction, detail) {
      if (current === null || now() - lastLineAt < QUIET_MS) return
      const left = remainingTime(withinOne(fraction), now() - current.startedAt)
      const parts = [wholePercent(fraction), plainLine(detail), left]
      write(`  ${parts.filter((part) => part !== '').join(', ')}`)
    },
    standings: (queries) => write(`  ${standingsLine(queries)}`),
    note: (message) => write(`  ${plainLine(message)}`),
    done: finish,
    clear() {
      current = null
    },
  }
}
