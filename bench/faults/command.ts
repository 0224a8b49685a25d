// A built program in a process of its own, watched from outside.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

export interface CommandPlace {
  /** The working folder. */
  readonly folder: string
  /** The whole environment. */
  readonly environment: Readonly<Record<string, string>>
}

export interface SaidLine {
  readonly text: string
  /** Since the start. */
  readonly atMs: number
}

export interface Ended {
  readonly exitCode: number | null
  /** The signal that ended it, where it did not exit by itself. */
  readonly signal: NodeJS.Signals | null
  readonly durationMs: number
  /** Standard error. */
  readonly lines: readonly SaidLine[]
  /** It did not end by itself and had to be killed. */
  readonly overdue: boolean
}

export interface Command {
  readonly ended: Promise<Ended>
  /** Resolves when standard error has this line, or when the command has ended. */
  said(line: string): Promise<unknown>
  /** False where there is no process any more. */
  send(signal: NodeJS.Signals): boolean
}

/** No undisturbed run takes nearly as long, a run that was told to stop neither. */
const OVERDUE_MS = 300_000

/** `words` is a program for Node and its arguments. */
export function startCommand(words: readonly string[], { folder, environment }: CommandPlace): Command {
  const startedAt = performance.now()
  // In a session of its own, so that Ctrl-C at the suite's terminal is no fault nobody drew.
  const child = spawn(process.execPath, words, {
    cwd: folder,
    env: environment,
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  })
  const lines: SaidLine[] = []
  const reader = createInterface({ input: child.stderr })
  reader.on('line', (text) => void lines.push({ text, atMs: performance.now() - startedAt }))
  let overdue = false
  const killer = setTimeout(() => (overdue = child.kill('SIGKILL')), OVERDUE_MS)
  // 'exit', not 'close': what outlives the command may hold its standard error open.
  const ended = once(child, 'exit').then(([exitCode, signal]): Ended => {
    clearTimeout(killer)
    const durationMs = performance.now() - startedAt
    return {
      exitCode: exitCode as number | null,
      signal: signal as NodeJS.Signals | null,
      durationMs,
      lines,
      overdue,
    }
  })
  return {
    ended,
    said: (line) => Promise.race([ended, heard(reader, lines, line)]),
    send: (signal) => child.kill(signal),
  }
}

function heard(reader: NodeJS.EventEmitter, lines: readonly SaidLine[], wanted: string): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!lines.some(({ text }) => text === wanted)) return
      reader.off('line', look)
      resolve()
    }
    reader.on('line', look)
    look()
  })
}
