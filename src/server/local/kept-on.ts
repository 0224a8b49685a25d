// What of an installed PostgreSQL the files of a cluster depend on.
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { KeptOn } from '../kept/seed-shelf.js'
import { programFolder } from './program-folder.js'

const run = promisify(execFile)

/**
 * Its version, and pgvector's: a cluster keeps the version of an extension that it was made with. Null where pg_config is
 * missing, which says where extensions are: a newer one would go unnoticed.
 */
export async function keptOnLocal(binaries: string): Promise<KeptOn | null> {
  const folder = await programFolder(binaries)
  const { stdout: version } = await run(join(folder, 'postgres'), ['--version'])
  const shared = await run(join(folder, 'pg_config'), ['--sharedir']).catch(() => null)
  if (shared === null) return null
  const control = join(shared.stdout.trim(), 'extension', 'vector.control')
  const vector = await readFile(control, 'utf8').catch(() => 'none')
  return { kind: 'local', version: [folder, version.trim(), vector].join('\n') }
}
