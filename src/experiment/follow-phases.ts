// What is being done, for an error that happens meanwhile.
import type { Progress } from '../model/progress.js'

export interface FollowedPhases {
  /** Passes everything on. */
  readonly progress: Progress
  /** The last phase, as part of a sentence; empty before the first. */
  readonly doing: () => string
}

export function followPhases(progress: Progress): FollowedPhases {
  let doing = ''
  return {
    progress: {
      ...progress,
      phase: (title) => {
        doing = `${title.charAt(0).toLowerCase()}${title.slice(1)}`
        progress.phase(title)
      },
    },
    doing: () => doing,
  }
}
