// The data folder of a container's PostgreSQL as one archive, and back into another container.
import { createReadStream, createWriteStream } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { pipeline } from 'node:stream/promises'
import { USER } from './container-definition.js'
import type { Engine } from './engine.js'
import { execute } from './execute.js'
import { orAbort } from './or-abort.js'

type DockerContainer = ReturnType<Engine['getContainer']>

const BACKUP = '/tmp/indexproof-backup'
/** What the image's own scripts call it. */
const DATA_FOLDER = 'PGDATA'

/** Through a folder in the container: what its standard output says would come without back-pressure. */
export async function backUpContainer(
  container: DockerContainer,
  path: string,
  signal: AbortSignal,
): Promise<void> {
  const words = ['--username', USER, '--pgdata', BACKUP, '--wal-method=fetch', '--checkpoint=fast']
  try {
    await orAbort(execute(container, ['pg_basebackup', ...words, '--no-manifest']), signal)
    const archive = await container.getArchive({ path: `${BACKUP}/.` })
    await pipeline(archive, createWriteStream(path, { mode: 0o600 }), { signal })
  } finally {
    await execute(container, ['rm', '-rf', BACKUP]).catch(() => {})
  }
}

/** Before its first start: the image then makes no cluster of its own. */
export async function restoreContainer(container: DockerContainer, archive: string): Promise<void> {
  const { Config } = await container.inspect()
  const path = Config.Env.find((entry) => entry.startsWith(`${DATA_FOLDER}=`))?.slice(DATA_FOLDER.length + 1)
  if (path === undefined) throw new Error(`the image does not say where its data is (${DATA_FOLDER})`)
  await container.putArchive(createReadStream(archive), { path })
}

const POLL_MS = 100
const DEADLINE_MS = 60_000

/** The cluster has the password of the run that seeded it, which nobody knows any more: it gets this container's. */
export async function renewPassword(container: DockerContainer, signal: AbortSignal): Promise<void> {
  for (const startMs = performance.now(); ; await orAbort(delay(POLL_MS), signal)) {
    try {
      return await orAbort(execute(container, ['sh', '-c', RENEW]), signal)
    } catch (error) {
      signal.throwIfAborted()
      const { State } = await container.inspect()
      if (!State.Running || performance.now() - startMs > DEADLINE_MS) throw error
    }
  }
}

/** By the container's own socket, which asks for none; the password is in its environment and in no command line. */
const RENEW = `echo "alter role ${USER} password '$POSTGRES_PASSWORD'" | psql -X -q -v ON_ERROR_STOP=1 -U ${USER} postgres`
