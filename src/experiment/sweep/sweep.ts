// `indexproof sweep vectors`: from vectors to the answer which index, with which settings. The order of the stages is here.
import { analyseSweep } from '../../analyse/vectors/analyse-sweep.js'
import { errorOrAbort } from '../../model/errors.js'
import type { SweepEvidence } from '../../model/vectors/sweep-evidence.js'
import type { SweepResult } from '../../model/vectors/sweep-result.js'
import type { VectorSet } from '../../model/vectors/vector-set.js'
import { withServer } from '../../server/with-server.js'
import type { MeasuredFilters } from '../../sweep/filters/course.js'
import { explainFailure } from '../explain-failure.js'
import { withPartFound } from '../folder/keep-partial.js'
import { readMachine } from '../questions/machine.js'
import { withRunFolder, type RunFolder } from '../folder/run-folder.js'
import { newRunId } from '../folder/run-id.js'
import { withTimeLimit } from '../with-time-limit.js'
import { followPhases } from '../follow-phases.js'
import { filterStage } from './filter-stage.js'
import { buildAgainBy, holdContest, type Contest } from './hold-contest.js'
import { lifeStage, type FollowedLives } from './life-stage.js'
import { openSource } from './open-source.js'
import { prepareSearch, type PreparedSearch } from './prepare-search.js'
import type { Surroundings } from './surroundings.js'
import { sweepNeeds } from './sweep-needs.js'
import type { SweepOptions, SweepOutcome, SweepPorts } from './sweep-options.js'
import { writeSweep } from './write-sweep.js'

interface Identity {
  readonly id: string
  readonly startedAt: string
}

/**
 * Throws HarnessError for what the user can mend, and whatever `signal` was aborted with. The folder appears once the
 * finalists are compared, and filters and life are added: a sweep that ends before leaves nothing.
 */
export const sweep = (options: SweepOptions, ports: SweepPorts): Promise<SweepOutcome> =>
  withTimeLimit(options.timeLimitMs, ports.signal, (signal) => sweepWithin(options, { ...ports, signal }))

async function sweepWithin(options: SweepOptions, ports: SweepPorts): Promise<SweepOutcome> {
  const { signal, now } = ports
  const { kind } = options.server
  const { progress, doing } = followPhases(ports.progress)
  const startedAt = ports.date().toISOString()
  const id = newRunId(startedAt, `sweep-vectors-${kind}`)
  progress.phase('Reading the vectors')
  const vectors = await openSource(options, ports)
  const needs = sweepNeeds(vectors, options.diskBytes)
  return withRunFolder(options.outFolder, id, async (folder) => {
    try {
      progress.phase(`Starting the ${kind} server`)
      const note = (text: string): void => progress.note(text)
      return await withServer(
        options.server,
        { runId: id, needs, seeds: null, signal, now, note },
        (server) =>
          sweepOn({ server, vectors, options, ports: { ...ports, progress } }, { id, startedAt }, folder),
      )
    } catch (error) {
      const told = explainFailure(errorOrAbort(error, signal), kind, doing())
      throw folder.isKept() ? withPartFound(told, folder.path) : told
    }
  })
}

async function sweepOn(
  surroundings: Surroundings,
  identity: Identity,
  folder: RunFolder,
): Promise<SweepOutcome> {
  const { options, ports } = surroundings
  const beganNs = ports.now()
  const prepared = await prepareSearch(surroundings)
  const startNs = ports.now()
  let contest = await holdContest(surroundings, prepared, startNs)
  const conclude = async (later: Later): Promise<SweepResult> => {
    const durationMs = (ports.now() - beganNs) / 1e6
    const result = analyseSweep(
      evidenceOf(surroundings, { ...identity, durationMs }, prepared, contest, later),
    )
    await writeSweep(result, folder.write)
    await folder.keep()
    return result
  }
  // Written now: filters and life take long, and what was found by then is worth having.
  let result = await conclude({ filters: null, life: null })
  const filters = options.withFilters ? await filterStage(surroundings, prepared, contest, startNs) : null
  if (filters !== null) result = await conclude({ filters, life: null })
  const life = options.withLife ? await lifeStage(surroundings, prepared, contest, startNs) : null
  if (life !== null) result = await conclude({ filters, life })
  // Time that filters and life left is worth a spread of the finalists that had none.
  const known = contest.builds
  contest = await buildAgainBy('life', surroundings, prepared.table, contest, startNs)
  if (contest.builds.some((build, position) => build !== known[position]))
    result = await conclude({ filters, life })
  return { result, folder: folder.path }
}

/** Null where it was not asked for, or not yet measured. */
interface Later {
  readonly filters: MeasuredFilters | null
  readonly life: FollowedLives | null
}

function evidenceOf(
  { server, vectors, options }: Surroundings,
  identity: Identity & { readonly durationMs: number },
  prepared: PreparedSearch,
  { explored, builds, finalists, findings }: Contest,
  { filters, life }: Later,
): SweepEvidence {
  return {
    run: runFacts(options, identity),
    machine: readMachine(),
    server: server.facts,
    pgvector: server.facts.pgvector ?? '',
    vectors: vectorFacts(vectors, options, prepared),
    truth: prepared.truth.facts,
    preflight: [...prepared.findings, ...findings],
    builds: [...builds],
    dropped: [...prepared.impossible, ...explored.dropped],
    points: [...explored.points],
    finalists: [...finalists],
    plannerSwitches: [...explored.plannerSwitches],
    filters: [...(filters?.evidence ?? [])],
    life: [...(life?.checkpoints ?? [])],
    leftOut: [
      ...(filters?.leftOut ?? notReached(options.withFilters, 'filters')),
      ...(life?.leftOut ?? notReached(options.withLife, 'life')),
    ],
  }
}

const notReached = (isAsked: boolean, part: string): readonly string[] =>
  isAsked ? [`${part}: the sweep ended before`] : []

const runFacts = (
  { command, toolVersion, vectors, k, targets, grid }: SweepOptions,
  identity: Identity & { readonly durationMs: number },
): SweepEvidence['run'] => ({
  ...identity,
  command,
  toolVersion,
  seed: vectors.seed,
  k,
  targets: [...targets],
  mode: grid === null ? 'tuned' : 'grid',
})

const vectorFacts = (
  vectors: VectorSet,
  options: SweepOptions,
  { checksum, honesty }: PreparedSearch,
): SweepEvidence['vectors'] => ({
  name: vectors.name,
  description: vectors.description,
  rows: vectors.rowCount,
  dimensions: vectors.dimensions,
  metric: options.metric,
  tuningQueries: vectors.queries.tuning.length,
  reportingQueries: vectors.queries.reporting.length,
  checksum,
  honesty,
})
