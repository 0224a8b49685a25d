// Where PostgreSQL's programs are installed on this machine.
import { access, constants, readdir } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { environmentError } from '../../model/errors.js'

/** Debian and its relatives keep every major version in a folder of its own, and none of them on the PATH. */
const VERSIONED = '/usr/lib/postgresql'

export interface BinarySearch {
  /** The folder the user named, and no other then. */
  readonly folder: string | null
  /** The PATH of the environment. */
  readonly path: string
}

/** A folder with initdb and postgres: the named one, else of the PATH, else the newest installed version. */
export async function findBinaries({ folder, path }: BinarySearch): Promise<string> {
  const candidates = folder === null ? [...path.split(delimiter), ...(await versionedFolders())] : [folder]
  for (const candidate of candidates) if (await hasPrograms(candidate)) return candidate
  throw environmentError(
    folder === null ? 'PostgreSQL is not installed here' : `There is no initdb and postgres in "${folder}"`,
    {
      hint: 'Install a server (Debian: apt-get install postgresql), or name the folder of its programs with --bin',
    },
  )
}

async function versionedFolders(): Promise<readonly string[]> {
  const versions = (await readdir(VERSIONED).catch(() => [])).filter((name) => /^\d+$/.test(name))
  return versions.sort((a, b) => Number(b) - Number(a)).map((version) => join(VERSIONED, version, 'bin'))
}

async function hasPrograms(folder: string): Promise<boolean> {
  const programs = ['initdb', 'postgres'].map((name) => access(join(folder, name), constants.X_OK))
  return Promise.all(programs).then(
    () => true,
    () => false,
  )
}
