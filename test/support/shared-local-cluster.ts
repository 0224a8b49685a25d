// One throwaway cluster for all tests of a file: withLocalCluster, held open between beforeAll and afterAll.
import { withLocalCluster, type LocalCluster } from '../../src/server/local/cluster.js'
import { findBinaries } from '../../src/server/local/find-binaries.js'

export interface SharedCluster extends LocalCluster {
  stop(): Promise<void>
}

export async function sharedLocalCluster(
  changes: Readonly<Record<string, string>> = {},
): Promise<SharedCluster> {
  const binaries = await findBinaries({ folder: null, path: process.env['PATH'] ?? '' })
  return new Promise((resolve, reject) => {
    let release = (): void => {}
    const released = new Promise<void>((done) => {
      release = done
    })
    const ended = withLocalCluster(
      binaries,
      (cluster) => {
        resolve({
          ...cluster,
          stop: () => {
            release()
            return ended
          },
        })
        return released
      },
      changes,
    )
    ended.catch(reject)
  })
}
