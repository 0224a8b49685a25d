// psql, to load a file that is ready: what is left is reading, sending and the server.
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Address } from '../../src/model/address.js'
import { clientEnvironment } from '../bench-server/client-environment.js'

export type FileFormat = 'binary' | 'text'

/** Runs the commands in one session, one after the other; throws for the first that fails. */
export async function psql(
  address: Address,
  commands: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  const words = ['-X', '-q', '-v', 'ON_ERROR_STOP=1', ...commands.flatMap((command) => ['-c', command])]
  const env = { ...process.env, ...clientEnvironment(address, {}) }
  await promisify(execFile)('psql', words, { env, signal })
}

/** In the transaction that empties the table, so that its rows are frozen as ours are. */
export const loadFile = (
  address: Address,
  { table, file, format }: { readonly table: string; readonly file: string; readonly format: FileFormat },
  signal: AbortSignal,
): Promise<void> =>
  psql(
    address,
    [
      'begin',
      `truncate ${table}`,
      `\\copy ${table} from '${file}' with (format ${format}, freeze)`,
      'commit',
    ],
    signal,
  )
