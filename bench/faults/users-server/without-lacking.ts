// The options by which a run leaves out what a server lacks, so that it goes through every phase all the same.
import type { Address } from '../../../src/model/address.js'
import { withSuiteSession } from './suite-session.js'

export const withoutLacking = (address: Address): Promise<readonly string[]> =>
  withSuiteSession(address, async (session) => {
    const found = await session.query(`select from pg_available_extensions where name = 'vector'`)
    return found.length > 0 ? [] : ['--without', 'vector']
  })
