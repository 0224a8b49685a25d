// Clusters that outlived their run: only where the supervisor was killed together with it.
import { readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { isRunning } from '../../model/is-running.js'
import { currentHost, isOwnerRunning } from '../process-owner.js'

export interface OrphanCluster {
  readonly folder: string
  /** Of the server; null where none runs. */
  readonly serverPid: number | null
}

const ownerSchema = z.object({
  tool: z.literal('indexproof'),
  host: z.string(),
  pid: z.int(),
  started: z.string(),
  supervisor: z.int(),
})

/** Folders of ours in the temporary folder whose run and supervisor are both gone. */
export async function listOrphanClusters(): Promise<readonly OrphanCluster[]> {
  const host = await currentHost()
  const orphans: OrphanCluster[] = []
  for (const name of await readdir(tmpdir()).catch(() => [])) {
    if (!/^indexproof-[A-Za-z0-9]{6}$/.test(name)) continue
    const folder = join(tmpdir(), name)
    const owner = await readOwner(folder)
    // Of another host, or of a container with this folder in it, nobody here knows what runs.
    if (owner === null || owner.host !== host) continue
    if (isRunning(owner.supervisor) || (await isOwnerRunning(owner))) continue
    orphans.push({ folder, serverPid: await runningServer(folder) })
  }
  return orphans
}

/** A failure is only told: what an earlier run left is no reason not to start. */
export async function reapOrphanClusters(note: (message: string) => void): Promise<void> {
  for (const orphan of await listOrphanClusters()) {
    await removeOrphanCluster(orphan).then(
      () => note(`removed the cluster ${orphan.folder}, which a killed run had left`),
      (error: unknown) => note(`${orphan.folder} could not be removed: ${String(error)}`),
    )
  }
}

/** Stops the server at once: its data is thrown away. Another run may have stopped it just before. */
export async function removeOrphanCluster({ folder, serverPid }: OrphanCluster): Promise<void> {
  if (serverPid !== null && isRunning(serverPid)) process.kill(serverPid, 'SIGQUIT')
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
}

async function readOwner(folder: string): Promise<z.infer<typeof ownerSchema> | null> {
  const text = await readFile(join(folder, 'owner.json'), 'utf8').catch(() => 'null')
  try {
    return ownerSchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

/** Numbers of processes are used again: the one in postmaster.pid must be a server of this very folder. */
async function runningServer(folder: string): Promise<number | null> {
  const text = await readFile(join(folder, 'data', 'postmaster.pid'), 'utf8').catch(() => '')
  const pid = Number.parseInt(text, 10)
  if (!Number.isInteger(pid) || !isRunning(pid)) return null
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
  return command.includes(folder) ? pid : null
}
