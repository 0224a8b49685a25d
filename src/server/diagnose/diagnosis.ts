// What `indexproof doctor` says of one kind of server. Nothing is started or made to find it out.
import { failed, passed, type Check } from '../../model/check.js'
import { HarnessError } from '../../model/errors.js'
import type { ServerKind } from '../../model/server-kinds.js'

export interface Diagnosis {
  readonly kind: ServerKind
  readonly checks: readonly Check[]
}

export const isReady = ({ checks }: Diagnosis): boolean => checks.every(({ state }) => state !== 'failed')

/** What `work` found; what stops a run stops the check. Anything but a HarnessError is a bug, and thrown. */
export async function attempt(name: string, work: () => Promise<string> | string): Promise<Check> {
  try {
    return passed(name, await work())
  } catch (error) {
    if (!(error instanceof HarnessError)) throw error
    return failed(name, error.message, error.hint ?? '')
  }
}
