// Where PostgreSQL's other programs are: only initdb and postgres may have been linked to a folder of the PATH.
import { realpath } from 'node:fs/promises'
import { dirname, join } from 'node:path'

export const programFolder = async (binaries: string): Promise<string> =>
  dirname(await realpath(join(binaries, 'postgres')))
