// Waits until the server in a container answers a query, and says where it is reached.
import { setTimeout as delay } from 'node:timers/promises'
import type { Address } from '../../model/address.js'
import { environmentError, type HarnessError } from '../../model/errors.js'
import { withPgSession } from '../../postgres/pg-session.js'
import { PORT, USER } from './container-definition.js'
import { endOfLog } from './container-log.js'
import { OTHER_SERVERS, reasonOf } from './engine-error.js'
import type { Engine } from './engine.js'
import { orAbort } from './or-abort.js'

const POLL_MS = 100
/** A connection can be accepted by the engine and then hang. */
const ATTEMPT_MS = 10_000
/** About two seconds are usual; a busy machine with a slow disk may need many times that. */
const DEADLINE_MS = 120_000

const EXPECTED =
  'An image with the entrypoint of the official "postgres" is needed, such as pgvector/pgvector:pg17'

const nowMs = (): number => performance.now()

/**
 * Asks by a query through the published port: the official image starts a server twice, and the first one, which sets
 * the password, listens on no port. Throws an environment error with the end of the log where it does not come up.
 */
export async function waitUntilReady(
  container: ReturnType<Engine['getContainer']>,
  password: string,
  signal: AbortSignal,
): Promise<Address> {
  let reason = 'its port is not published'
  for (const startMs = nowMs(); nowMs() - startMs < DEADLINE_MS; await orAbort(delay(POLL_MS), signal)) {
    const { State, NetworkSettings } = await container.inspect()
    if (!State.Running) throw await startError(container, `ended as it started (exit code ${State.ExitCode})`)
    // Absent for a moment with some engines; and a missing port would be taken from the environment by the driver.
    const port = Number(NetworkSettings.Ports[PORT]?.[0]?.HostPort ?? 0)
    if (port === 0) continue
    const address = {
      host: '127.0.0.1',
      port,
      user: USER,
      password,
      database: 'postgres',
      tls: 'disable',
    } as const
    try {
      await answer(address, AbortSignal.any([signal, AbortSignal.timeout(ATTEMPT_MS)]))
      return address
    } catch (error) {
      signal.throwIfAborted()
      reason = reasonOf(error)
    }
  }
  throw await startError(container, `runs, but PostgreSQL does not answer on 127.0.0.1 (${reason})`)
}

const answer = (address: Address, signal: AbortSignal): Promise<unknown> =>
  orAbort(
    withPgSession({ address, signal, now: () => nowMs() * 1e6 }, (session) => session.query('select 1')),
    signal,
  )

async function startError(container: ReturnType<Engine['getContainer']>, how: string): Promise<HarnessError> {
  return environmentError(`The container ${how}`, {
    hint: `${EXPECTED}; or ${OTHER_SERVERS}. ${await endOfLog(container)}`,
  })
}
