// `indexproof sweep vectors`: from vectors to the answer which index, with which settings. The order of the stages is here.
import { analyseSweep } from '../../analyse/vectors/analyse-sweep.js'
import { environmentError, errorOrAbort } from '../../model/errors.js'
import type { Progress } from '../../model/progress.js'
import type { SweepEvidence } from '../../model/vectors/sweep-evidence.js'
import type { VectorSet } from '../../model/vectors/vector-set.js'
import type { Server } from '../../server/server.js'
import { withServer } from '../../server/with-server.js'
import { explore } from '../../sweep/explore.js'
import { loadItems } from '../../sweep/load-items.js'
import { checksumMatrix } from '../../vectors/checksum.js'
import { measureHonesty } from '../../vectors/honesty/measure-honesty.js'
import { explainFailure } from '../explain-failure.js'
import { withNothingKept } from '../keep-partial.js'
import { readMachine } from '../machine.js'
import { withRunFolder, type RunFolder } from '../run-folder.js'
import { withTimeLimit } from '../with-time-limit.js'
import { exactTruth } from './exact-truth.js'
import { buildFinalistsAgain, finalistsWithExact, runFinals } from './finals.js'
import type { LaterStages } from './later-stages.js'
import { openSource } from './open-source.js'
import { sweepCandidates, withoutImpossible } from './sweep-candidates.js'
import { sweepNeeds } from './sweep-needs.js'
import type { SweepOptions, SweepOutcome, SweepPorts } from './sweep-options.js'
import { writeSweep } from './write-sweep.js'

/** Shares of the budget by when each part has to be done; what one leaves is the next one's. */
const DONE_BY = { explore: 0.55, finals: 0.72, spread: 0.8, filters: 0.9, life: 1 } as const

/**
 * Throws HarnessError for what the user can mend, and whatever `signal` was aborted with. The folder appears when the sweep
 * is done: one that ends before leaves nothing.
 */
export const sweep = (
  options: SweepOptions,
  stages: LaterStages,
  ports: SweepPorts,
): Promise<SweepOutcome> =>
  withTimeLimit(options.timeLimitMs, ports.signal, (signal) =>
    sweepWithin(options, stages, { ...ports, signal }),
  )

async function sweepWithin(
  options: SweepOptions,
  stages: LaterStages,
  ports: SweepPorts,
): Promise<SweepOutcome> {
  const { signal, now } = ports
  const { kind } = options.server
  let doing = 'reading the vectors'
  const progress: Progress = {
    ...ports.progress,
    phase: (title) => {
      doing = `${title.charAt(0).toLowerCase()}${title.slice(1)}`
      ports.progress.phase(title)
    },
  }
  const startedAt = ports.date().toISOString()
  const id = `${startedAt.replaceAll(/[:.]/g, '-')}-sweep-vectors-${kind}`
  return withRunFolder(options.outFolder, id, async (folder) => {
    try {
      progress.phase('Reading the vectors')
      const vectors = await openSource(options, ports)
      progress.phase(`Starting the ${kind} server`)
      const note = (text: string): void => progress.note(text)
      const needs = sweepNeeds(vectors, options.diskBytes)
      return await withServer(options.server, { runId: id, needs, seeds: null, signal, now, note }, (server) =>
        sweepOn(server, vectors, { id, startedAt }, folder, options, stages, { ...ports, progress }),
      )
    } catch (error) {
      const told = explainFailure(errorOrAbort(error, signal), kind, doing)
      throw signal.aborted && !folder.isKept() ? withNothingKept(told) : told
    }
  })
}

async function sweepOn(
  server: Server,
  vectors: VectorSet,
  identity: { readonly id: string; readonly startedAt: string },
  folder: RunFolder,
  options: SweepOptions,
  stages: LaterStages,
  ports: SweepPorts,
): Promise<SweepOutcome> {
  const startNs = ports.now()
  const facts = await gather(server, vectors, options, stages, ports)
  const { metric, k, targets, grid, toolVersion, command } = options
  const evidence: SweepEvidence = {
    run: {
      ...identity,
      command,
      toolVersion,
      seed: options.vectors.seed,
      k,
      targets: [...targets],
      mode: grid === null ? 'tuned' : 'grid',
      durationMs: (ports.now() - startNs) / 1e6,
    },
    machine: readMachine(),
    server: server.facts,
    pgvector: server.facts.pgvector ?? '',
    ...facts,
    vectors: {
      name: vectors.name,
      description: vectors.description,
      rows: vectors.rowCount,
      dimensions: vectors.dimensions,
      metric,
      tuningQueries: vectors.queries.tuning.length,
      reportingQueries: vectors.queries.reporting.length,
      ...facts.vectors,
    },
  }
  ports.progress.phase('Writing the report')
  const result = analyseSweep(evidence, stages.findHarm(evidence.filters))
  await folder.keep()
  await writeSweep(result, folder.write)
  return { result, folder: folder.path }
}

type Gathered = Omit<SweepEvidence, 'run' | 'machine' | 'server' | 'pgvector' | 'vectors'> & {
  readonly vectors: Pick<SweepEvidence['vectors'], 'checksum' | 'honesty'>
}

async function gather(
  server: Server,
  vectors: VectorSet,
  options: SweepOptions,
  stages: LaterStages,
  { progress, signal, now }: SweepPorts,
): Promise<Gathered> {
  const { metric, k, targets, grid, searchLimitMs, budgetMs } = options
  const { seed } = options.vectors
  const pgvector = requirePgvector(server)
  const advance = (fraction: number, detail: string): void => progress.advance(fraction, detail)
  const note = (text: string): void => progress.note(text)

  progress.phase('Looking at the vectors')
  const honesty = await measureHonesty(vectors.matrix, vectors.queries.reporting, metric, signal)
  const candidates = sweepCandidates(options, vectors)
  const { rowCount: rows, dimensions } = vectors
  const maintenanceWorkMemBytes = options.build.memoryBytes
  const preflight = stages.preflight(candidates, { rows, dimensions, k, maintenanceWorkMemBytes, pgvector })
  const { possible, impossible } = withoutImpossible(candidates, preflight)
  for (const { index, reason } of impossible) note(`left out ${index.kind}: ${reason}`)

  progress.phase('Loading')
  const { app = '' } = await server.createRoles(['app'])
  const { table } = await loadItems(server.session, vectors, app, advance)
  await server.checkpoint()

  progress.phase('Finding the exact neighbours')
  const checksum = checksumMatrix(vectors.matrix)
  const truthOptions = { vectors, checksum, k, metric, folder: options.truthFolder }
  const truth = await exactTruth(table, truthOptions, { signal, now, note })

  const startNs = now()
  const deadlineOf = (part: keyof typeof DONE_BY): number => startNs + budgetMs * 1e6 * DONE_BY[part]
  const limits = { ...options.build, limitMs: budgetMs * DONE_BY.explore }
  progress.phase(grid === null ? 'Building and tuning' : 'Building and measuring')
  const explored = await explore(
    table,
    {
      candidates: possible,
      rows,
      k,
      targets,
      efforts: grid ?? 'tuned',
      quantise: grid === null,
      limits,
      searchLimitMs,
      seed,
      budget: { durationMs: budgetMs * DONE_BY.explore, diskBytes: options.diskBytes },
    },
    { now, advance, truth: truth.tuning },
  )

  progress.phase('Comparing the finalists')
  await server.checkpoint()
  const chosen = finalistsWithExact(explored.finalists, metric)
  const finalsOptions = { k, limitMs: searchLimitMs, seed, deadlineNs: deadlineOf('finals') }
  const finalists = await runFinals(table, chosen, truth.reporting, finalsOptions, { now, advance })

  progress.phase('Building the finalists again')
  const ports = { now, advance }
  const builds = await buildFinalistsAgain(table, explored.builds, chosen, limits, deadlineOf('spread'), ports)

  const context = {
    ...{ server, table, vectors, metric, k, limits, searchLimitMs, seed, signal, now, advance },
    chosen: explored.finalists,
    queries: truth.reporting,
  }
  if (options.withFilters) progress.phase('Measuring under filters')
  const filters = options.withFilters
    ? await stages.measureFilters({ ...context, deadlineNs: deadlineOf('filters') })
    : []
  if (options.withLife) progress.phase('Following the indexes through their life')
  const life = options.withLife ? await stages.measureLife({ ...context, deadlineNs: deadlineOf('life') }) : []

  return {
    vectors: { checksum, honesty },
    truth: truth.facts,
    preflight: [...preflight],
    builds,
    dropped: [...impossible, ...explored.dropped],
    points: [...explored.points],
    finalists,
    plannerSwitches: [...explored.plannerSwitches],
    filters: [...filters],
    life: [...life],
  }
}

function requirePgvector({ facts }: Server): string {
  if (facts.pgvector !== null) return facts.pgvector
  throw environmentError(
    `A sweep of vectors needs pgvector; the ${facts.kind} PostgreSQL ${facts.version} does not have it`,
    {
      hint: 'Use --server embedded, --server docker, or install pgvector there',
    },
  )
}
