// What of an installed PostgreSQL the files of a cluster depend on.
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { KeptOn } from '../kept/seed-shelf.js'

const run = promisify(execFile)

/** Its version, and pgvector's: a cluster keeps the version of an extension that it was made with. */
export async function keptOnLocal(binaries: string): Promise<KeptOn> {
  const { stdout: version } = await run(join(binaries, 'postgres'), ['--version'])
  const shared = await run(join(binaries, 'pg_config'), ['--sharedir']).catch(() => null)
  const control = join(shared?.stdout.trim() ?? '', 'extension', 'vector.control')
  const vector = shared === null ? '' : await readFile(control, 'utf8').catch(() => '')
  return { kind: 'local', version: [binaries, version.trim(), vector].join('\n') }
}
