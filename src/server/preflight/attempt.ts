// A check whose failure is an error that explains itself.
import { failed, passed, type Check } from '../../model/check.js'
import { HarnessError } from '../../model/errors.js'

/** What `work` found; what stops a run stops the check. Anything but a HarnessError is a bug, and thrown. */
export async function attempt(name: string, work: () => Promise<string> | string): Promise<Check> {
  try {
    return passed(name, await work())
  } catch (error) {
    if (!(error instanceof HarnessError)) throw error
    return failed(name, error.message, error.hint ?? '')
  }
}
