// What a run is going to ask of a server.
import { brokenError, environmentError } from '../../model/errors.js'
import type { Check } from '../../model/check.js'

export interface ServerNeeds {
  /** Extensions that the tables of the dataset use. */
  readonly extensions: readonly string[]
  /** Room for the data, its indexes and a clone, bytes; 0 where nothing is planned. */
  readonly diskBytes: number
  /** What to do where that is too much. */
  readonly diskFix: string
}

export const NO_NEEDS: ServerNeeds = { extensions: [], diskBytes: 0, diskFix: '' }

/** Throws at the first check that failed: a full disk would break the run, all else is the environment. */
export function requireChecks(checks: readonly Check[]): void {
  const wrong = checks.find(({ state }) => state === 'failed')
  if (wrong === undefined) return
  const message = `${wrong.name}: ${wrong.found}`
  const hint = wrong.fix ?? ''
  throw wrong.name === 'disk' || wrong.name === 'memory'
    ? brokenError(`Not enough room. ${message}`, { hint })
    : environmentError(message, { hint })
}
