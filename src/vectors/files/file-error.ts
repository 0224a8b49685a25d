// A vector file that is not what it should be: which file, where in it, what was expected, what to do.
import { usageError } from '../../model/errors.js'

interface Trouble {
  readonly path: string
  /** Bytes from the start of the file. */
  readonly offset: number
  readonly problem: string
  readonly hint: string
}

export const fileError = ({ path, offset, problem, hint }: Trouble): Error =>
  usageError(`${path}, byte ${offset}: ${problem}.`, { hint })
