// `indexproof sweep vectors`: from vectors to the answer which index, with which settings. The order of the stages is here.
import { analyseSweep } from '../../analyse/vectors/analyse-sweep.js'
import { errorOrAbort } from '../../model/errors.js'
import type { Progress } from '../../model/progress.js'
import type { SweepEvidence } from '../../model/vectors/sweep-evidence.js'
import { withServer } from '../../server/with-server.js'
import { explainFailure } from '../explain-failure.js'
import { withNothingKept } from '../keep-partial.js'
import { readMachine } from '../machine.js'
import { withRunFolder, type RunFolder } from '../run-folder.js'
import { withTimeLimit } from '../with-time-limit.js'
import { filterStage } from './filter-stage.js'
import { holdContest } from './hold-contest.js'
import { lifeStage } from './life-stage.js'
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
 * Throws HarnessError for what the user can mend, and whatever `signal` was aborted with. The folder appears when the sweep
 * is done: one that ends before leaves nothing.
 */
export const sweep = (options: SweepOptions, ports: SweepPorts): Promise<SweepOutcome> =>
  withTimeLimit(options.timeLimitMs, ports.signal, (signal) => sweepWithin(options, { ...ports, signal }))

async function sweepWithin(options: SweepOptions, ports: SweepPorts): Promise<SweepOutcome> {
  const { signal, now } = ports
  const { kind } = options.server
  let doing = ''
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
        sweepOn({ server, vectors, options, ports: { ...ports, progress } }, { id, startedAt }, folder),
      )
    } catch (error) {
      const told = explainFailure(errorOrAbort(error, signal), kind, doing)
      throw signal.aborted && !folder.isKept() ? withNothingKept(told) : told
    }
  })
}

async function sweepOn(
  surroundings: Surroundings,
  identity: Identity,
  folder: RunFolder,
): Promise<SweepOutcome> {
  const evidence = await gather(surroundings, identity)
  surroundings.ports.progress.phase('Writing the report')
  const result = analyseSweep(evidence)
  await writeSweep(result, folder.write)
  await folder.keep()
  return { result, folder: folder.path }
}

async function gather(surroundings: Surroundings, identity: Identity): Promise<SweepEvidence> {
  const { server, options, ports } = surroundings
  const beganNs = ports.now()
  const prepared = await prepareSearch(surroundings)
  const startNs = ports.now()
  const contest = await holdContest(surroundings, prepared, startNs)
  const filters = options.withFilters ? await filterStage(surroundings, prepared, contest, startNs) : null
  const life = options.withLife ? await lifeStage(surroundings, prepared, contest, startNs) : null
  const { explored } = contest
  return {
    run: runFacts(options, identity, (ports.now() - beganNs) / 1e6),
    machine: readMachine(),
    server: server.facts,
    pgvector: server.facts.pgvector ?? '',
    vectors: vectorFacts(surroundings, prepared),
    truth: prepared.truth.facts,
    preflight: [...prepared.findings],
    builds: [...contest.builds],
    dropped: [...prepared.impossible, ...explored.dropped],
    points: [...explored.points],
    finalists: [...contest.finalists],
    plannerSwitches: [...explored.plannerSwitches],
    filters: [...(filters?.evidence ?? [])],
    life: [...(life?.checkpoints ?? [])],
    leftOut: [...(filters?.leftOut ?? []), ...(life?.leftOut ?? [])],
  }
}

const runFacts = (
  { command, toolVersion, vectors, k, targets, grid }: SweepOptions,
  identity: Identity,
  durationMs: number,
): SweepEvidence['run'] => ({
  ...identity,
  command,
  toolVersion,
  seed: vectors.seed,
  k,
  targets: [...targets],
  mode: grid === null ? 'tuned' : 'grid',
  durationMs,
})

const vectorFacts = (
  { vectors, options }: Surroundings,
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
