// A throwaway cluster from installed binaries: initdb in a temporary folder, reached by a unix socket in it, gone with us.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Address } from '../../model/address.js'
import { environmentError, HarnessError } from '../../model/errors.js'
import { INITDB_ARGUMENTS, THROWAWAY_SETTINGS } from '../throwaway-settings.js'
import { currentOwner } from '../process-owner.js'
import { freePort } from './free-port.js'
import { serverAccount } from './server-account.js'

const SUPERVISOR = fileURLToPath(new URL('supervisor.mjs', import.meta.url))
const USER = 'indexproof'

/** Trust is safe on a socket in a folder that nobody else may enter; on a port everybody of this machine may knock. */
const INITDB = [`--username=${USER}`, '--auth-local=trust', '--auth-host=scram-sha-256', ...INITDB_ARGUMENTS]

/** The same cluster, two ways. */
export interface LocalCluster {
  /** By unix socket; as `loopback`, where the path of the socket would be too long. */
  readonly address: Address
  /** By TCP on 127.0.0.1, with a password that only this run knows. */
  readonly loopback: Address
}

/** `changes` are to the settings of a throwaway cluster; `archive` is one that was backed up, to start instead of an empty one. Throws an environment error, with the end of the server's log, where it does not start. */
export async function withLocalCluster<T>(
  binaries: string,
  work: (cluster: LocalCluster) => Promise<T>,
  changes: Readonly<Record<string, string>> = {},
  archive: string | null = null,
  choosePort = freePort,
): Promise<T> {
  for (let left = STARTS; ; left--) {
    const port = await choosePort()
    let isReady = false
    try {
      return await withClusterOn(port, binaries, changes, archive, (cluster) => {
        isReady = true
        return work(cluster)
      })
    } catch (error) {
      if (isReady || left === 1 || !isPortTaken(error)) throw error
    }
  }
}

/** A port that was free a moment ago may be taken when the server, its files made, comes to listen on it. */
const STARTS = 3

const isPortTaken = (error: unknown): boolean =>
  error instanceof HarnessError && /could not bind .*Address already in use/.test(error.hint ?? '')

async function withClusterOn<T>(
  port: number,
  binaries: string,
  changes: Readonly<Record<string, string>>,
  archive: string | null,
  work: (cluster: LocalCluster) => Promise<T>,
): Promise<T> {
  const password = randomBytes(18).toString('base64url')
  const plan = {
    binaries,
    initdb: INITDB,
    archive,
    settings: { ...THROWAWAY_SETTINGS, ...changes, listen_addresses: '127.0.0.1', port: String(port) },
    password,
    ...(await serverAccount()),
    owner: await currentOwner(),
    temporary: tmpdir(),
  }
  // In a session of its own: Ctrl-C at the terminal goes to our whole group and must not stop the server under us.
  const supervisor = spawn(process.execPath, [SUPERVISOR], {
    stdio: ['pipe', 'pipe', 'ignore'],
    detached: true,
  })
  const ended = once(supervisor, 'close')
  try {
    supervisor.stdin.write(`${JSON.stringify(plan)}\n`)
    const socket = await ready(createInterface({ input: supervisor.stdout }))
    const login = { port, user: USER, database: 'postgres', tls: 'disable' } as const
    const loopback = { ...login, host: '127.0.0.1', password }
    const address = socket === null ? loopback : { ...login, host: socket, password: null }
    return await work({ address, loopback })
  } finally {
    supervisor.stdin.end()
    await ended
  }
}

/** The folder of the socket once the cluster takes connections; null where it has none. */
async function ready(lines: AsyncIterable<string>): Promise<string | null> {
  let socket: string | null = null
  for await (const line of lines) {
    if (line.startsWith('socket ')) socket = line.slice('socket '.length)
    if (line === 'ready') return socket
    if (line.startsWith('stopped ')) {
      throw environmentError('The local PostgreSQL did not start', {
        hint: String(JSON.parse(line.slice('stopped '.length))).trim(),
      })
    }
  }
  throw environmentError('The local PostgreSQL did not start')
}
