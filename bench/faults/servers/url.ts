// A server of a user's, full of databases and roles that are not ours, some of which look as if they were. It need not have
// pgvector.
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { findBinaries } from '../../../src/server/local/find-binaries.js'
import { withWireProxy } from '../../wire-proxy/wire-proxy.js'
import { ORDINARY_SERVER, type FaultCluster, type FaultServer } from '../fault-server.js'
import { cleaning, resumedRun, tinyRun } from '../tiny-run.js'
import { settleDecoys } from '../users-server/decoys.js'
import { settleDatabases } from '../users-server/databases.js'
import { settleForeignRun, type ForeignRun } from '../users-server/foreign-run.js'
import { serverSurroundings } from '../users-server/server-surroundings.js'
import { endSessions, waitForNoSessions } from '../users-server/sessions-of-ours.js'
import { withUsersCluster, type UsersCluster } from '../users-server/users-cluster.js'

const VARIABLE = 'FAULTS_URL'
const REACHED = ['--url-env', VARIABLE]
const SERVER = ['--server', 'url', ...REACHED]

export const url: FaultServer = {
  name: 'url',
  withReady: async ({ folder, path }, work) => {
    const binaries = await findBinaries({ folder: null, path })
    await mkdir(folder, { recursive: true })
    return withUsersCluster(binaries, join(folder, 'users'), async (cluster) => {
      const { address } = cluster
      const databases = await settleDatabases(address)
      const decoys = await settleDecoys(address)
      const foreign = await settleForeignRun(address)
      try {
        return await work({
          ...ORDINARY_SERVER,
          commandLine: (dist, folder) => tinyRun(dist, folder, [...SERVER, '--without', 'vector']),
          resumeLine: (dist, run) => resumedRun(dist, run, REACHED),
          cleanLine: (dist) => cleaning(dist, SERVER),
          environment: environmentOf(cluster, address.port),
          surroundings: serverSurroundings(address, databases, [...decoys, ...foreign.names]),
          quiet: () => waitForNoSessions(address),
          cluster: faultCluster(cluster, foreign),
        })
      } finally {
        await foreign.leave()
      }
    })
  },
}

function environmentOf({ address }: UsersCluster, port: number): Readonly<Record<string, string>> {
  const { user, password, host, database } = address
  return { [VARIABLE]: `postgres://${user}:${password}@${host}:${port}/${database}` }
}

const faultCluster = (cluster: UsersCluster, foreign: ForeignRun): FaultCluster => ({
  throughProxy: (fault, work) =>
    withWireProxy({ upstream: cluster.address, fault }, ({ port, traffic }) =>
      work({ environment: environmentOf(cluster, port), traffic }),
    ),
  terminate: (which) => endSessions(cluster.address, which),
  restart: async (signal) => {
    await foreign.leave()
    await cluster.restart(signal)
    await foreign.live()
  },
})
