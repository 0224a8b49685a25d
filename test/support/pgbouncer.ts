// PgBouncer before a server, for one piece of work. Where it is not installed its tests are skipped, but never in CI.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { accessSync, constants } from 'node:fs'
import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Address } from '../../src/model/address.js'
import { serverAccount } from '../../src/server/local/server-account.js'

export interface PoolOptions {
  readonly mode: 'session' | 'transaction' | 'statement'
  readonly poolSize: number
  /** Hand out the backend that was idle for longest, not the last used. */
  readonly roundRobin?: boolean
}

const PORT = 6432

/** Debian keeps it out of a plain user's PATH. */
const program = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin']
  .map((folder) => join(folder, 'pgbouncer'))
  .find(isExecutable)

export const skipPgBouncer = program === undefined && process.env['CI'] === undefined

export async function withPgBouncer<T>(
  server: Address,
  options: PoolOptions,
  work: (address: Address) => Promise<T>,
): Promise<T> {
  if (program === undefined) throw new Error('PgBouncer is not installed: apt-get install pgbouncer')
  const account = await serverAccount()
  const folder = await mkdtemp(join(tmpdir(), 'indexproof-test-'))
  try {
    const file = join(folder, 'pgbouncer.ini')
    await writeFile(file, configuration(server, folder, options))
    if (account.uid !== undefined && account.gid !== undefined) await chown(folder, account.uid, account.gid)
    const bouncer = spawn(program, [file], { ...account, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] })
    const ended = once(bouncer, 'close')
    try {
      await ready(createInterface({ input: bouncer.stderr }))
      return await work({ ...server, host: folder, port: PORT })
    } finally {
      bouncer.kill('SIGTERM')
      await ended
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** "any" lets everybody in, as the user that the database line names; the only way in is a socket in our folder. */
const configuration = (server: Address, folder: string, options: PoolOptions): string => `
[databases]
* = host=${server.host} port=${server.port} user=${server.user}

[pgbouncer]
unix_socket_dir = ${folder}
listen_port = ${PORT}
auth_type = any
pool_mode = ${options.mode}
default_pool_size = ${options.poolSize}
server_round_robin = ${options.roundRobin === true ? 1 : 0}
`

/** Until it says that it is up; read on to its end, or a full pipe would stop it. */
async function ready(lines: ReturnType<typeof createInterface>): Promise<void> {
  const log: string[] = []
  await new Promise<void>((resolve, reject) => {
    lines.on('line', (line) => {
      log.push(line)
      if (line.includes('process up')) resolve()
    })
    lines.on('close', () => reject(new Error(`PgBouncer did not start:\n${log.join('\n')}`)))
  })
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
