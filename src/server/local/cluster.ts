// A throwaway cluster from installed binaries: initdb in a temporary folder, reached by a unix socket in it, gone with us.
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chown, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Address } from '../../model/address.js'
import { environmentError } from '../../model/errors.js'
import { serverAccount, type Account } from './server-account.js'

const run = promisify(execFile)
const SUPERVISOR = fileURLToPath(new URL('supervisor.mjs', import.meta.url))

const PORT = 5432
const USER = 'indexproof'

/** The data is thrown away, so nothing waits for a disk; the rest is fit for index builds and keeps maintenance out. */
const SETTINGS = {
  listen_addresses: '',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  shared_buffers: '512MB',
  maintenance_work_mem: '256MB',
  max_wal_size: '4GB',
  checkpoint_timeout: '1h',
}

/** Throws an environment error, with the end of the server's log, where it does not start. */
export async function withLocalCluster<T>(
  binaries: string,
  work: (address: Address) => Promise<T>,
): Promise<T> {
  const account = await serverAccount()
  const folder = await mkdtemp(join(tmpdir(), 'indexproof-'))
  try {
    if (account.uid !== undefined && account.gid !== undefined) await chown(folder, account.uid, account.gid)
    const data = join(folder, 'data')
    await initialise(binaries, data, account)
    return await supervised(join(binaries, 'postgres'), folder, data, account, work)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Trust is safe here: the only way in is a socket in a folder that nobody else may enter. */
async function initialise(binaries: string, data: string, account: Account): Promise<void> {
  const args = ['-D', data, '-U', USER, '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync']
  await run(join(binaries, 'initdb'), args, { ...account, cwd: '/' }).catch((error: unknown) => {
    throw environmentError('initdb could not make a cluster', {
      hint: error instanceof Error ? error.message : String(error),
      cause: error,
    })
  })
}

async function supervised<T>(
  command: string,
  folder: string,
  data: string,
  account: Account,
  work: (address: Address) => Promise<T>,
): Promise<T> {
  const settings = Object.entries({ ...SETTINGS, unix_socket_directories: folder, port: String(PORT) })
  const args = ['-D', data, ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])]
  // In a session of its own: Ctrl-C at the terminal goes to our whole group and must not stop the server under us.
  const supervisor = spawn(
    process.execPath,
    [SUPERVISOR, JSON.stringify({ command, args, folder, ...account })],
    {
      stdio: ['pipe', 'pipe', 'ignore'],
      detached: true,
    },
  )
  const ended = once(supervisor, 'close')
  try {
    await ready(createInterface({ input: supervisor.stdout }))
    return await work({
      host: folder,
      port: PORT,
      user: USER,
      password: null,
      database: 'postgres',
      tls: 'disable',
    })
  } finally {
    supervisor.stdin.end()
    await ended
  }
}

async function ready(lines: AsyncIterable<string>): Promise<void> {
  for await (const line of lines) {
    if (line === 'ready') return
    if (line.startsWith('stopped ')) {
      throw environmentError('The local PostgreSQL did not start', {
        hint: String(JSON.parse(line.slice('stopped '.length))),
      })
    }
  }
  throw environmentError('The local PostgreSQL did not start')
}
