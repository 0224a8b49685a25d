// Scratch databases: made beside the one the user named, which is only ever connected to.
import { readCapabilities } from '../../postgres/capabilities.js'
import { DatabaseError } from '../../postgres/database-error.js'
import { quoteIdentifier, quoteLiteral } from '../../postgres/identifiers.js'
import type { Session } from '../../postgres/session.js'
import { markerText } from './marker.js'
import type { ScratchRun } from './scratch-run.js'

/** An empty database: template0 brings nothing that a site added to template1. */
export async function createDatabase(
  admin: Session,
  run: ScratchRun,
  name: string,
  owner: string,
): Promise<void> {
  await create(admin, run, name, owner, `template template0 encoding 'UTF8'`)
}

/** A copy of a database that nobody is connected to. */
export async function cloneDatabase(
  admin: Session,
  run: ScratchRun,
  { from, name, owner }: { readonly from: string; readonly name: string; readonly owner: string },
): Promise<void> {
  await create(admin, run, name, owner, `template ${quoteIdentifier(from)} ${await fastestCopy(admin)}`)
}

/**
 * PostgreSQL 15 and later write a copy to the log, page by page, unless told to copy files: 8 to 10 s against 2.6 to 4 s
 * for 2 GB. Before that files are the only way; since 18 the file system clones them where it can. The text follows
 * TEMPLATE in CREATE DATABASE.
 */
async function fastestCopy(admin: Session): Promise<string> {
  const { createDatabaseStrategy, fileCopyMethod } = await readCapabilities(admin)
  if (fileCopyMethod) await admin.script('set file_copy_method = clone').catch(ignoreUnsupported)
  return createDatabaseStrategy ? 'strategy file_copy' : ''
}

/** A platform without the system call has no such value. */
function ignoreUnsupported(error: unknown): void {
  if (!(error instanceof DatabaseError) || error.code !== '22023') throw error
}

async function create(
  admin: Session,
  run: ScratchRun,
  name: string,
  owner: string,
  options: string,
): Promise<void> {
  const database = quoteIdentifier(name)
  await admin.script(`create database ${database} owner ${quoteIdentifier(owner)} ${options}`)
  const [row] = await admin.query('select oid::text from pg_database where datname = $1', [name])
  await admin.script(
    `comment on database ${database} is ${quoteLiteral(markerText(run, row?.['oid'] ?? ''))}`,
  )
  await admin.script(`revoke all on database ${database} from public`)
}

/** FORCE ends sessions of ours that a lost connection left behind. */
export async function dropDatabase(admin: Session, name: string): Promise<void> {
  await admin.script(`drop database if exists ${quoteIdentifier(name)} with (force)`)
}

export async function dropRole(admin: Session, name: string): Promise<void> {
  await admin.script(`drop role if exists ${quoteIdentifier(name)}`)
}
