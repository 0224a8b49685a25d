// All that comes before the first index: a look at the vectors, arithmetic, loading, the exact neighbours.
import { environmentError } from '../../model/errors.js'
import type { Honesty } from '../../model/vectors/sweep-evidence.js'
import type { Server } from '../../server/server.js'
import { loadItems } from '../../sweep/load-items.js'
import type { SearchedTable } from '../../sweep/searched-table.js'
import { checksumMatrix } from '../../vectors/checksum.js'
import { measureHonesty } from '../../vectors/honesty/measure-honesty.js'
import { exactTruth, type ExactTruth } from './exact-truth.js'
import { requireIterativeScans } from './iterative-scans.js'
import { lookAtCandidates, type LookedAt } from './look-ahead.js'
import { stagePorts, type Surroundings } from './surroundings.js'

export interface PreparedSearch extends LookedAt {
  readonly honesty: Honesty
  readonly checksum: string
  readonly table: SearchedTable
  readonly truth: ExactTruth
}

export async function prepareSearch(surroundings: Surroundings): Promise<PreparedSearch> {
  const { server, vectors, options, ports } = surroundings
  const { progress, signal, now } = ports
  const { metric, k } = options
  requirePgvector(server)
  requireIterativeScans(server.facts, options.grid)

  progress.phase('Looking at the vectors')
  const honesty = await measureHonesty(vectors.matrix, vectors.queries.reporting, metric, signal)
  const looked = lookAtCandidates(surroundings)

  progress.phase('Loading')
  const { app = '' } = await server.createRoles(['app'])
  const { table } = await loadItems(server.session, vectors, app, stagePorts(ports).advance)
  await server.checkpoint()

  progress.phase('Finding the exact neighbours')
  const checksum = checksumMatrix(vectors.matrix)
  const note = (text: string): void => progress.note(text)
  const question = { vectors, checksum, k, metric, folder: options.truthFolder }
  const truth = await exactTruth(table, question, { signal, now, note })
  return { honesty, checksum, ...looked, table, truth }
}

function requirePgvector({ facts }: Server): void {
  if (facts.pgvector !== null) return
  throw environmentError(
    `A sweep of vectors needs pgvector; the ${facts.kind} PostgreSQL ${facts.version} does not have it`,
    { hint: 'Use --server embedded or --server docker, or install pgvector there' },
  )
}
