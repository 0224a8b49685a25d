// A session of the suite's: it must not be taken for one of a run.
import type { Address } from '../../../src/model/address.js'
import { openPgSession, type OpenSession } from '../../../src/postgres/pg-session.js'
import type { Session } from '../../../src/postgres/session.js'

const NEVER = new AbortController().signal
const now = (): number => Number(process.hrtime.bigint())

export async function openSuiteSession(address: Address): Promise<OpenSession> {
  const opened = await openPgSession({ address, now, signal: NEVER })
  await opened.session.script(`set application_name = 'fault suite'`)
  return opened
}

export async function withSuiteSession<T>(
  address: Address,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const { session, close } = await openSuiteSession(address)
  try {
    return await work(session)
  } finally {
    await close()
  }
}
