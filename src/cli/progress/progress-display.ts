// What the command line needs of a display beside the progress itself: time, a place to write, and an end.
import type { Progress } from '../../model/progress.js'

export interface ProgressDisplay extends Progress {
  /** The last phase is done: what is finished stays, what moves goes. */
  done(): void
  /** Takes away what moves, before an error is printed. */
  clear(): void
}

/** Milliseconds, from any origin. */
export type Clock = () => number

export interface ProgressStream {
  write(text: string): unknown
  readonly columns?: number | undefined
  readonly rows?: number | undefined
  /** A terminal can be told that a frame comes in one piece. */
  readonly isTTY?: boolean | undefined
}
