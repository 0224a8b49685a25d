// Containers of ours that outlived their run: the last line of cleaning up, at each start and for `indexproof clean`.
import { engineError } from './engine-error.js'
import { findEngine, type Engine } from './engine.js'
import { fromLabels, RUN_LABEL, type Mark } from './labels.js'
import { currentHost, isOwnerRunning } from '../process-owner.js'
import { removeContainer } from './remove-container.js'

export interface OrphanContainer extends Mark {
  readonly id: string
  readonly name: string
  readonly createdAt: Date
}

/** Only of processes of this host, for only those can be known to be gone. */
export async function listOrphanContainers(
  signal = new AbortController().signal,
): Promise<readonly OrphanContainer[]> {
  return listOrphansOf(await findEngine(signal))
}

export async function removeContainers(
  ids: readonly string[],
  signal = new AbortController().signal,
): Promise<void> {
  const engine = await findEngine(signal)
  for (const id of ids) await removeContainer(engine, id)
}

/** A failure is only told: what an earlier run left is no reason not to start. */
export async function removeOrphans(engine: Engine, note: (message: string) => void): Promise<void> {
  try {
    for (const { id, name, run } of await listOrphansOf(engine)) {
      await removeContainer(engine, id)
      note(`Removed the container ${name}, which run ${run} had left`)
    }
  } catch (error) {
    note(error instanceof Error ? error.message : String(error))
  }
}

async function listOrphansOf(engine: Engine): Promise<readonly OrphanContainer[]> {
  const listed = await engine
    .listContainers({ all: true, filters: { label: [RUN_LABEL] } })
    .catch((error: unknown) => {
      throw engineError('The containers could not be listed', error)
    })
  const host = await currentHost()
  const orphans: OrphanContainer[] = []
  for (const { Id: id, Names, Created, Labels } of listed) {
    const mark = fromLabels(Labels)
    if (mark === null || mark.host !== host || (await isOwnerRunning(mark))) continue
    orphans.push({
      id,
      name: (Names[0] ?? id).replace(/^\//, ''),
      createdAt: new Date(Created * 1000),
      ...mark,
    })
  }
  return orphans
}
