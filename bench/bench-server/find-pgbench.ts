// Where pgbench is: beside the server's programs, on the PATH, or among the versions that Debian installs.
import { access, constants, readdir } from 'node:fs/promises'
import { delimiter, join } from 'node:path'

const VERSIONED = '/usr/lib/postgresql'

/** Throws where there is none. */
export async function findPgbench(binaries: string, path: string): Promise<string> {
  const versions = (await readdir(VERSIONED).catch(() => [])).map((name) => join(VERSIONED, name, 'bin'))
  for (const folder of [binaries, ...path.split(delimiter), ...versions]) {
    const program = join(folder, 'pgbench')
    const found = await access(program, constants.X_OK).then(
      () => true,
      () => false,
    )
    if (found) return program
  }
  throw new Error('pgbench is not installed here (Debian: apt-get install postgresql)')
}
