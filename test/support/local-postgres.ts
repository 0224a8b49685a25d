// The PostgreSQL installed on this machine. Without one its tests are skipped, visibly, but never in CI.
import type { Address } from '../../src/model/address.js'
import { withLocalCluster } from '../../src/server/local/cluster.js'
import { findBinaries } from '../../src/server/local/find-binaries.js'

/** Folder of the programs, or null. */
const localBinaries: string | null = await findBinaries({
  folder: null,
  path: process.env['PATH'] ?? '',
}).catch(() => null)

/** A cluster of its own for this piece of work. */
export const withLocalAddress = <T>(work: (address: Address) => Promise<T>): Promise<T> =>
  withLocalCluster(localBinaries ?? '', ({ address }) => work(address))

export const skipLocal = localBinaries === null && process.env['CI'] === undefined
