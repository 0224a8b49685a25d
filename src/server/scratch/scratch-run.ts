// Whose scratch databases and roles they are.
import { hostname } from 'node:os'
import { newToken } from './names.js'

export interface ScratchRun {
  /** Id of the run, as its folder is named. */
  readonly id: string
  /** In the name of everything it makes on a server. */
  readonly token: string
  readonly host: string
  readonly pid: number
  /** ISO 8601. */
  readonly created: string
}

export const scratchRun = (id: string): ScratchRun => ({
  id,
  token: newToken(),
  host: hostname(),
  pid: process.pid,
  created: new Date().toISOString(),
})
