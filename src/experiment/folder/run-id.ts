import { randomBytes } from 'node:crypto'

/**
 * What a run and its folder are called: when it started, so that folders sort by time, and what it is of. Its end tells
 * apart those that start in the same millisecond.
 */
export const newRunId = (startedAt: string, subject: string): string =>
  `${startedAt.replaceAll(/[:.]/g, '-')}-${subject}-${randomBytes(2).toString('hex')}`
