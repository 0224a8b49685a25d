// Starting a throwaway server from what was kept, and from nothing where there is none or it does not start.
import type { Seeded } from '../../model/kept-seed.js'
import type { ServerPorts } from '../server-ports.js'
import type { KeptCluster } from './nothing-kept.js'
import type { KeptOn } from './seed-shelf.js'

/** Where `on` is null nothing is kept: it is not known what the files would depend on. `begin` is given the archive to start from, or null, and calls `started` when that went well. */
export async function startFromKept<T>(
  { seeds, signal, note }: Pick<ServerPorts, 'seeds' | 'signal' | 'note'>,
  on: KeptOn | null,
  begin: (archive: string | null, seeded: Seeded | null, started: () => void) => Promise<T>,
): Promise<T> {
  const found = seeds === null || on === null ? null : await seeds.find(on)
  if (found === null) return begin(null, null, () => {})
  let isStarted = false
  try {
    return await begin(found.archive, found.seeded, () => (isStarted = true))
  } catch (error) {
    if (isStarted || signal.aborted) throw error
    note(`the seeded database that was kept did not start: it is seeded anew (${String(error)})`)
    if (on !== null) await seeds?.discard(on)
    return begin(null, null, () => {})
  }
}

/** `backUp` writes the whole cluster to that path; null where it cannot be kept. */
export const keptCluster = (
  { seeds }: Pick<ServerPorts, 'seeds'>,
  on: KeptOn | null,
  seeded: Seeded | null,
  backUp: ((path: string) => Promise<void>) | null,
): KeptCluster => ({
  seeded,
  keepSeeded: async (data) => {
    if (on !== null && backUp !== null) await seeds?.keep(on, data, backUp)
  },
})
