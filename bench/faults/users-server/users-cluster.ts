// A PostgreSQL of the suite's own that stands for a user's: on loopback, with a password, and it can be restarted.
import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chown, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import type { Address } from '../../../src/model/address.js'
import { freePort } from '../../../src/server/local/free-port.js'
import { serverAccount, type Account } from '../../../src/server/local/server-account.js'
import { INITDB_ARGUMENTS, THROWAWAY_SETTINGS } from '../../../src/server/throwaway-settings.js'

export interface UsersCluster {
  /** As superuser. */
  readonly address: Address
  /** SIGINT: sessions are ended; SIGQUIT: everything is dropped, and the log is played back. */
  restart(signal: 'SIGINT' | 'SIGQUIT'): Promise<void>
}

const run = promisify(execFile)
const READY = 'database system is ready to accept connections'

/** `folder` is made and removed. */
export async function withUsersCluster<T>(
  binaries: string,
  folder: string,
  work: (cluster: UsersCluster) => Promise<T>,
): Promise<T> {
  const account = await serverAccount()
  const password = randomBytes(18).toString('base64url')
  const port = await freePort()
  await initialise(binaries, folder, password, account)
  const start = (): Promise<ChildProcess> => startPostgres(binaries, folder, port, account)
  let postgres = await start()
  try {
    return await work({
      address: { host: '127.0.0.1', port, user: 'boss', password, database: 'postgres', tls: 'disable' },
      restart: async (signal) => {
        await stop(postgres, signal)
        postgres = await start()
      },
    })
  } finally {
    await stop(postgres, 'SIGQUIT')
    await rm(folder, { recursive: true, force: true })
  }
}

async function initialise(
  binaries: string,
  folder: string,
  password: string,
  account: Account,
): Promise<void> {
  const passwordFile = join(folder, 'password')
  await mkdir(folder)
  await writeFile(passwordFile, password)
  const { uid, gid } = account
  if (uid !== undefined && gid !== undefined) {
    for (const path of [folder, passwordFile]) await chown(path, uid, gid)
  }
  const login = ['--username=boss', `--pwfile=${passwordFile}`, '--auth=scram-sha-256']
  const words = ['-D', join(folder, 'data'), ...login, ...INITDB_ARGUMENTS]
  await run(join(binaries, 'initdb'), words, { ...account, cwd: '/' })
}

/** In the suite's own process group: Ctrl-C at its terminal ends the server as well. */
async function startPostgres(
  binaries: string,
  folder: string,
  port: number,
  account: Account,
): Promise<ChildProcess> {
  const place = { listen_addresses: '127.0.0.1', port: String(port), unix_socket_directories: '' }
  const settings = Object.entries({ ...THROWAWAY_SETTINGS, shared_buffers: '64MB', ...place })
  const words = [
    '-D',
    join(folder, 'data'),
    ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]
  const postgres = spawn(join(binaries, 'postgres'), words, {
    ...account,
    cwd: '/',
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const said: string[] = []
  await new Promise<void>((resolve, reject) => {
    // Listens as long as the server talks: a pipe that nobody reads would stop it.
    createInterface({ input: postgres.stderr }).on('line', (line) => {
      said.splice(0, said.length - 20)
      said.push(line)
      if (line.includes(READY)) resolve()
    })
    postgres.once('exit', () => reject(new Error(`the suite's PostgreSQL ended:\n${said.join('\n')}`)))
  })
  return postgres
}

async function stop(postgres: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (postgres.exitCode !== null || postgres.signalCode !== null) return
  const ended = once(postgres, 'exit')
  postgres.kill(signal)
  await ended
}
