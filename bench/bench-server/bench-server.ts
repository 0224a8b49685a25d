// A throwaway PostgreSQL for a bench: small tables, a session that is set up as a run's, a second database, and pgbench.
import { withContainer } from '../../src/server/docker/container.js'
import { fixSettings } from '../../src/server/fix-settings.js'
import { withLocalCluster } from '../../src/server/local/cluster.js'
import { findBinaries } from '../../src/server/local/find-binaries.js'
import type { Address } from '../../src/model/address.js'
import { withPgSession } from '../../src/postgres/pg-session.js'
import type { Session } from '../../src/postgres/session.js'
import { findPgbench } from './find-pgbench.js'
import { makeTables } from './tables.js'

export interface BenchServerOptions {
  /** docker: a container of this image; local: the PostgreSQL in this folder, or installed here where it is null. */
  readonly server:
    | { readonly kind: 'docker'; readonly image: string }
    | { readonly kind: 'local'; readonly bin: string | null }
  /** A local one is reached by its socket or over TCP, a container over TCP. */
  readonly reach: 'socket' | 'tcp'
  /** The PATH of the environment: pgbench is looked for there and where PostgreSQL is installed. */
  readonly path: string
  readonly signal: AbortSignal
  /** Monotonic clock, nanoseconds. */
  readonly now: () => number
  readonly note: (message: string) => void
}

export interface BenchServer {
  readonly session: Session
  readonly address: Address
  /** Of the database that is not measured in. */
  readonly elsewhere: Address
  readonly pgbench: string
  /** What version() says. */
  readonly description: string
}

export async function withBenchServer<T>(
  options: BenchServerOptions,
  work: (server: BenchServer) => Promise<T>,
): Promise<T> {
  const { server, reach, path, signal, now } = options
  const binaries = await findBinaries({ folder: server.kind === 'local' ? server.bin : null, path })
  const pgbench = await findPgbench(binaries, path)
  const serve = async (address: Address): Promise<T> => {
    const elsewhere = { ...address, database: 'elsewhere' }
    await withPgSession({ address, signal, now }, (session) => session.script('create database elsewhere'))
    return withPgSession({ address, signal, now }, async (session) => {
      await fixSettings(session)
      await makeTables(session)
      const [row] = await session.query('select version() as version')
      const description = row?.['version']?.replace(/ on .*/, '') ?? ''
      return work({ session, address, elsewhere, pgbench, description })
    })
  }
  return server.kind === 'local'
    ? withLocalCluster(binaries, ({ address, loopback }) => serve(reach === 'tcp' ? loopback : address))
    : withContainer({ ...options, runId: 'bench', image: server.image }, ({ address }) => serve(address))
}
