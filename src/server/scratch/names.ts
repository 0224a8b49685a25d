// How everything that we make on a server is named: indexproof_<token>_<what>, where the token is one run's.
import { randomBytes } from 'node:crypto'

const NAME = /^indexproof_([0-9a-f]{8})_[a-z0-9_]+$/

/** What a LIKE finds them by. */
export const SCRATCH_PATTERN = String.raw`indexproof\_%`

/** Eight hexadecimal digits: 32 bits, which is also what an advisory lock can hold. */
export const newToken = (): string => randomBytes(4).toString('hex')

export const scratchName = (token: string, what: string): string => `indexproof_${token}_${what}`

/** The token in a name of ours, or null for any other name. */
export const tokenOf = (name: string): string | null => NAME.exec(name)?.[1] ?? null
