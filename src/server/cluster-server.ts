// A Server on any cluster that `pg` reaches: scratch databases of an owner role, made, leased and dropped by the user's own
// account, which does nothing else.
import { randomBytes } from 'node:crypto'
import type { Address } from '../model/address.js'
import { brokenError, errorOrAbort } from '../model/errors.js'
import type { ServerFacts } from '../model/facts.js'
import { boundSession } from '../postgres/bound-session.js'
import { readCapabilities } from '../postgres/capabilities.js'
import { DatabaseError } from '../postgres/database-error.js'
import { withPgSession, type OpenSession } from '../postgres/pg-session.js'
import { readServerInfo } from '../postgres/server-info.js'
import type { Session } from '../postgres/session.js'
import type { Seeded } from '../model/kept-seed.js'
import { fixSettings } from './fix-settings.js'
import type { KeptCluster } from './kept/nothing-kept.js'
import { freeBytes } from './preflight/disk-check.js'
import { visibleDataFolder } from './preflight/data-folder.js'
import { openReconnecting } from './reconnecting-session.js'
import { NEVER, withAdmin } from './scratch/admin.js'
import { cloneDatabase, createDatabase, dropDatabase } from './scratch/databases.js'
import { takeLease, takeServer } from './scratch/lease.js'
import { scratchName } from './scratch/names.js'
import { openAsOwner } from './scratch/owner-login.js'
import { adoptScratch, MAIN } from './scratch/adopt.js'
import { createOwner, createQueryRoles, OWNER } from './scratch/roles.js'
import { scratchRun, type ScratchRun } from './scratch/scratch-run.js'
import { dropOwn, reapOrphans } from './scratch/reap.js'
import type { Server } from './server.js'
import type { ServerPorts } from './server-ports.js'
import { createStateExtensions } from './state-extensions.js'
import { createVectorExtension } from './extension.js'

export interface ClusterOptions extends ServerPorts {
  readonly kind: ServerFacts['kind']
  /** An account that may create databases and roles, and a database to connect to for that. */
  readonly address: Address
  /** False for a cluster that is thrown away with all that is in it. */
  readonly lasting: boolean
  readonly kept: KeptCluster
  readonly caveats: readonly string[]
  readonly image: ServerFacts['image']
}

export async function withClusterServer<T>(
  options: ClusterOptions,
  work: (server: Server) => Promise<T>,
): Promise<T> {
  const { lasting, note } = options
  const run = scratchRun(options.runId)
  // Without its lease a run's databases look like an orphan's to the next one: it must not go on.
  const lost = new AbortController()
  const signal = AbortSignal.any([options.signal, lost.signal])
  const onLost = (error: Error): void => lost.abort(leaseLost(error))
  return withAdmin({ ...options, signal, onLost }, async (admin) => {
    // A server too old is refused before anything is made on it.
    await boundSession(admin, await readCapabilities(admin))
    if (!lasting) return serveScratch(admin, run, { ...options, signal }, work)
    await takeServer(admin)
    await takeLease(admin, run.token)
    await reapOrphans(admin, note)
    try {
      return await serveScratch(admin, run, { ...options, signal }, work)
    } finally {
      await cleanUp(admin, run.token, options)
    }
  })
}

const leaseLost = (cause: Error): Error =>
  brokenError('The run lost its hold on the server: the session that held it was ended', {
    hint: 'An administrator, a restart, or a network that cuts idle connections does that',
    cause,
  })

/** A server that does not answer must not keep the command from ending. */
const CLEAN_UP_WITHIN_MS = 60_000

/** By a connection of its own, for ours may be what broke; by ours, where the server has no other left. */
async function cleanUp(admin: Session, token: string, options: ClusterOptions): Promise<void> {
  const { note } = options
  const drop = async (session: Session): Promise<void> => {
    await boundSession(session, await readCapabilities(session))
    await session.limitStatements(CLEAN_UP_WITHIN_MS)
    await dropOwn(session, token, note)
  }
  await withPgSession({ ...options, signal: NEVER }, drop)
    .catch(() => drop(admin))
    .catch(() =>
      note(`what this run made on the server (${scratchName(token, '…')}) is still there: indexproof clean`),
    )
}

/** The scratch database, empty or as it was kept. */
interface Scratch {
  readonly run: ScratchRun
  readonly owner: string
  readonly main: string
  readonly seeded: Seeded | null
}

async function makeScratch(
  admin: Session,
  run: ScratchRun,
  options: ClusterOptions,
  password: string,
): Promise<Scratch> {
  const { address, kept } = options
  if (kept.seeded !== null) {
    const token = await adoptScratch(admin, password)
    const [main, owner] = [scratchName(token, MAIN), scratchName(token, OWNER)]
    return { run: { ...run, token }, owner, main, seeded: kept.seeded }
  }
  const owner = await createOwner(admin, run, password)
  const main = scratchName(run.token, MAIN)
  await createDatabase(admin, run, main, owner)
  await withPgSession({ ...options, address: { ...address, database: main } }, async (session) => {
    await boundSession(session, await readCapabilities(session))
    await createVectorExtension(session)
    await createStateExtensions(session, owner)
  })
  return { run, owner, main, seeded: null }
}

async function serveScratch<T>(
  admin: Session,
  ownRun: ScratchRun,
  options: ClusterOptions,
  work: (server: Server) => Promise<T>,
): Promise<T> {
  const { kind, address, image } = options
  const password = randomBytes(18).toString('base64url')
  const { run, owner, main, seeded } = await makeScratch(admin, ownRun, options, password)

  const open = async (database: string): Promise<OpenSession> => {
    const opened = await openAsOwner(options, { owner, password, database })
    await fixSettings(opened.session)
    return opened
  }
  const scratch = await openReconnecting(() => open(main))
  let databases = 1
  try {
    const info = await readServerInfo(scratch.session)
    return await work({
      session: scratch.session,
      facts: {
        kind,
        ...info,
        cluster: options.lasting ? await clusterOf(admin, address) : null,
        image,
        caveats: [...options.caveats],
      },
      seeded,
      keepSeeded: (data) => options.kept.keepSeeded(data),
      createRoles: (names) => createQueryRoles(admin, run, names),
      checkpoint: () => checkpoint(admin),
      withClone: async (workOnClone) => {
        const clone = scratchName(run.token, String(++databases))
        await scratch.apart(() => cloneDatabase(admin, run, { from: main, name: clone, owner }))
        const copy = await openReconnecting(() => open(clone))
        try {
          return await workOnClone(copy.session, () => copy.apart(() => Promise.resolve()))
        } finally {
          await copy.close()
          await dropDatabase(admin, clone).catch(() => {})
        }
      },
      withSecondSession: async (workWith) => {
        const second = await open(main)
        try {
          return await workWith(second.session)
        } finally {
          await second.close()
        }
      },
      freeBytes: async () => freeBytes(await visibleDataFolder(admin, address)),
    })
  } catch (error) {
    throw errorOrAbort(error, options.signal)
  } finally {
    await scratch.close()
  }
}

/** By which an interrupted run knows its server again; where the account may not see it, the address has to do. */
async function clusterOf(admin: Session, address: Address): Promise<string> {
  try {
    const [row] = await admin.query('select system_identifier::text as id from pg_control_system()')
    return row?.['id'] ?? ''
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.code !== '42501') throw error
    return `${address.host}:${address.port}`
  }
}

/** Superusers may, and members of pg_checkpoint. */
async function checkpoint(admin: Session): Promise<void> {
  try {
    await admin.script('checkpoint')
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.code !== '42501') throw error
  }
}
