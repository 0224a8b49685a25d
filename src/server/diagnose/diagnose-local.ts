// What is installed here for a throwaway cluster.
import { execFile } from 'node:child_process'
import { access } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { limited, passed, type Check } from '../../model/check.js'
import { findBinaries, type BinarySearch } from '../local/find-binaries.js'
import { serverAccount } from '../local/server-account.js'
import { diskCheck } from '../preflight/disk-check.js'
import { NO_NEEDS } from '../preflight/needs.js'
import { attempt } from '../preflight/attempt.js'

const run = promisify(execFile)

export async function diagnoseLocal(search: BinarySearch): Promise<readonly Check[]> {
  const binaries = await findBinaries(search).catch(() => null)
  const programs = await attempt('programs', async () => (await findBinaries(search)) ?? '')
  const account = await attempt('account', async () => {
    const { uid } = await serverAccount()
    return uid === undefined ? 'this one' : `uid ${uid}, for PostgreSQL does not run as root`
  })
  const disk = await diskCheck(tmpdir(), NO_NEEDS)
  if (binaries === null) return [programs, account, disk]
  const version = await versionOf(binaries)
  return [
    programs,
    passed('version', `PostgreSQL ${version}`),
    await vectorCheck(binaries, version),
    account,
    disk,
  ]
}

/** "postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)" */
async function versionOf(binaries: string): Promise<string> {
  const { stdout } = await run(join(binaries, 'postgres'), ['--version'])
  return /\d+(?:\.\d+)?/.exec(stdout)?.[0] ?? stdout.trim()
}

async function vectorCheck(binaries: string, version: string): Promise<Check> {
  const [major = ''] = version.split('.')
  for (const folder of await shareFolders(binaries, major)) {
    const isThere = await access(join(folder, 'extension', 'vector.control')).then(
      () => true,
      () => false,
    )
    if (isThere) return passed('pgvector', 'installed')
  }
  const fix = `Install the package postgresql-${major}-pgvector, or leave out what needs it: --without vector`
  return limited('pgvector', 'not installed', fix)
}

/** Where PostgreSQL looks for extensions: pg_config knows, but comes with the development package of some systems. */
async function shareFolders(binaries: string, major: string): Promise<readonly string[]> {
  const told = await run(join(binaries, 'pg_config'), ['--sharedir']).catch(() => null)
  return [
    ...(told === null ? [] : [told.stdout.trim()]),
    `/usr/share/postgresql/${major}`,
    join(binaries, '../share'),
  ]
}
