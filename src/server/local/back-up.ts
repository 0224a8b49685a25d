// A running cluster as one archive, by PostgreSQL's own program for it.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Address } from '../../model/address.js'
import { programFolder } from './program-folder.js'

/** To standard output: one tar, with the log that it needs to start. */
const BACKUP = ['--pgdata=-', '--format=tar', '--wal-method=fetch', '--checkpoint=fast', '--no-password']

/** Throws with what the program said. */
export async function backUpCluster(
  binaries: string,
  { host, port, user }: Address,
  path: string,
  signal: AbortSignal,
): Promise<void> {
  const login = [`--host=${host}`, `--port=${port}`, `--username=${user}`]
  const program = join(await programFolder(binaries), 'pg_basebackup')
  const child = spawn(program, [...login, ...BACKUP], {
    cwd: '/',
    signal,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  const [[code]] = await Promise.all([
    once(child, 'close'),
    pipeline(child.stdout, createWriteStream(path, { mode: 0o600 })),
  ])
  if (code !== 0) throw new Error(`pg_basebackup: ${said.trim()}`)
}
