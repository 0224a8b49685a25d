// `indexproof clean`: lists what killed runs left and what is kept for later ones, and removes it.
import { HarnessError } from '../model/errors.js'
import { dockerLeftovers, localLeftovers, urlLeftovers, type Leftover } from '../server/leftovers.js'
import type { ServerOptions } from '../server/with-server.js'

export { keptLeftovers as listKept } from '../server/leftovers.js'

export interface CleanPorts {
  readonly signal: AbortSignal
  /** Monotonic clock, nanoseconds. */
  readonly now: () => number
}

/** Throws as connecting does. */
export async function listLeftovers(
  server: ServerOptions,
  { signal, now }: CleanPorts,
): Promise<readonly Leftover[]> {
  switch (server.kind) {
    case 'embedded':
      return []
    case 'local':
      return localLeftovers()
    case 'docker':
      return dockerLeftovers(signal)
    case 'url':
      return urlLeftovers({ ...server, signal, now })
  }
}

/** The error of one that could not be removed; the others are removed all the same. */
export async function removeLeftovers(
  leftovers: readonly Leftover[],
  tell: (leftover: Leftover, error: string | null) => void,
): Promise<boolean> {
  let areAllGone = true
  for (const leftover of leftovers) {
    try {
      await leftover.remove()
      tell(leftover, null)
    } catch (error) {
      if (!(error instanceof Error)) throw error
      areAllGone = false
      tell(leftover, error instanceof HarnessError ? error.message : `${error.name}: ${error.message}`)
    }
  }
  return areAllGone
}
