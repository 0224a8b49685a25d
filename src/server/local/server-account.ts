// Who the server runs as: PostgreSQL refuses to run as root.
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { environmentError } from '../../model/errors.js'

/** Nothing set: the user we are. */
export interface Account {
  readonly uid?: number
  readonly gid?: number
}

const run = promisify(execFile)
/** The account a distribution's package makes, then the one every system has. */
const CANDIDATES = ['postgres', 'nobody']

export async function serverAccount(): Promise<Account> {
  if (process.getuid?.() !== 0) return {}
  for (const name of CANDIDATES) {
    const [uid, gid] = await Promise.all([idOf('-u', name), idOf('-g', name)])
    if (uid !== null && gid !== null) return { uid, gid }
  }
  throw environmentError('PostgreSQL does not run as root, and there is no other account to run it under', {
    hint: `Make a user named ${CANDIDATES[0]}, or run as another user than root`,
  })
}

async function idOf(option: '-u' | '-g', name: string): Promise<number | null> {
  const found = await run('id', [option, name]).catch(() => null)
  return found === null ? null : Number(found.stdout)
}
