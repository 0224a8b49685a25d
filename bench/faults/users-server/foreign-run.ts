// A run of somebody else's that is alive on the server: a database and a role with markers of their own, and a lease.
import type { Address } from '../../../src/model/address.js'
import { createDatabase } from '../../../src/server/scratch/databases.js'
import { takeLease } from '../../../src/server/scratch/lease.js'
import { scratchName } from '../../../src/server/scratch/names.js'
import { createOwner } from '../../../src/server/scratch/roles.js'
import { scratchRun } from '../../../src/server/scratch/scratch-run.js'
import { openSuiteSession } from './suite-session.js'

export interface ForeignRun {
  /** Of what it has. */
  readonly names: readonly string[]
  /** Takes its lease again. */
  live(): Promise<void>
  /** Ends its session. */
  leave(): Promise<void>
}

export async function settleForeignRun(address: Address): Promise<ForeignRun> {
  const run = scratchRun('foreign')
  let opened = await openSuiteSession(address)
  await takeLease(opened.session, run.token)
  const owner = await createOwner(opened.session, run, 'foreign')
  const database = scratchName(run.token, '1')
  await createDatabase(opened.session, run, database, owner)
  return {
    names: [owner, database],
    live: async () => {
      opened = await openSuiteSession(address)
      await takeLease(opened.session, run.token)
    },
    leave: () => opened.close(),
  }
}
