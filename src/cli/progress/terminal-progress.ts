// Progress for a person at a terminal: finished phases stay above, the current one moves, and while measuring the
// comparison as it stands is below it.
import { createLogUpdate } from 'log-update'
import picocolors from 'picocolors'
import { plainLine } from '../../model/plain-text.js'
import type { QueryResult } from '../../model/result.js'
import { formatDuration } from '../../report/format.js'
import { truncateText } from '../../report/text-width.js'
import type { Phase } from './phase-line.js'
import type { Clock, ProgressDisplay, ProgressStream } from './progress-display.js'
import { frameWidth, renderFrame } from './terminal-frame.js'

/** Ten frames a second look alive; more would take time from the machine that is being measured. */
const FRAME_MS = 100

export interface TerminalOptions {
  readonly stream: ProgressStream
  readonly now: Clock
  readonly colour: boolean
}

export const terminalProgress = (options: TerminalOptions): ProgressDisplay => new TerminalProgress(options)

class TerminalProgress implements ProgressDisplay {
  readonly #options: TerminalOptions
  readonly #screen: ReturnType<typeof createLogUpdate>
  readonly #colours: ReturnType<typeof picocolors.createColors>
  #phase: Phase | null = null
  #standings: readonly QueryResult[] = []
  #drawnAt = -Infinity

  constructor(options: TerminalOptions) {
    this.#options = options
    // The cursor stays visible: hiding it would go to process.stderr, whatever the stream is.
    this.#screen = createLogUpdate(options.stream as NodeJS.WritableStream, { showCursor: true })
    this.#colours = picocolors.createColors(options.colour)
  }

  phase(title: string): void {
    this.#finish()
    this.#phase = { title: plainLine(title), startedAt: this.#options.now(), fraction: 0, detail: '' }
    this.#draw()
  }

  advance(fraction: number, detail: string): void {
    if (this.#phase === null) return
    this.#phase = { ...this.#phase, fraction, detail: plainLine(detail) }
    if (this.#options.now() - this.#drawnAt >= FRAME_MS) this.#draw()
  }

  standings(queries: readonly QueryResult[]): void {
    this.#standings = queries
    this.#draw()
  }

  note(message: string): void {
    this.#screen.persist(`${this.#colours.yellow('!')} ${plainLine(message)}`)
    this.#draw()
  }

  done(): void {
    this.#finish()
    this.#screen.done()
  }

  clear(): void {
    this.#phase = null
    this.#screen.clear()
    this.#screen.done()
  }

  #draw(): void {
    if (this.#phase === null) return
    const now = this.#options.now()
    this.#drawnAt = now
    this.#screen(renderFrame({ phase: this.#phase, standings: this.#standings }, { ...this.#options, now }))
  }

  #finish(): void {
    if (this.#phase === null) return
    const { now, stream } = this.#options
    const duration = formatDuration(now() - this.#phase.startedAt)
    const title = truncateText(this.#phase.title, Math.max(1, frameWidth(stream) - duration.length - 4))
    this.#screen.persist(`${this.#colours.cyan('✓')} ${title}  ${this.#colours.dim(duration)}`)
    this.#phase = null
    this.#standings = []
  }
}
