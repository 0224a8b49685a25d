// A server that lacks pgvector, or has one too old for what a scenario uses, is told before anything is seeded.
import type { Dataset } from '../../model/dataset.js'
import { environmentError, HarnessError } from '../../model/errors.js'
import type { ServerFacts } from '../../model/facts.js'
import type { Scenario } from '../../model/scenario.js'
import { leaveOut } from '../../scenario/leave-out.js'
import { ANY_VERSION, type Need } from '../../scenario/pgvector-needs.js'
import { scenarioNeeds, type PlacedNeed } from '../../scenario/scenario-needs.js'
import { tablesNeeding } from '../../seed/leave-out-tables.js'
import { compareVersions } from './compare-versions.js'

/** Throws an environment error that says what is needed, what was found, and where to get it. */
export async function requireExtensions(
  dataset: Dataset,
  scenario: Scenario,
  server: ServerFacts,
): Promise<void> {
  const { kind, version, pgvector } = server
  const needed = mostDemanding(dataset, await scenarioNeeds(scenario))
  if (needed === undefined) return
  if (pgvector !== null && compareVersions(pgvector, needed.since) >= 0) return
  const wanted = needed.since === ANY_VERSION ? 'pgvector' : `pgvector ${needed.since} or later`
  const found = pgvector === null ? 'does not have it' : `has ${pgvector}`
  throw environmentError(`${needed.what} needs ${wanted}; the ${kind} PostgreSQL ${version} ${found}`, {
    hint: `${remedy(server)}${await alternative(dataset, scenario)}`,
  })
}

/** The dataset first among equals. */
function mostDemanding(dataset: Dataset, needs: readonly PlacedNeed[]): Need | undefined {
  const ofDataset = { what: `Dataset "${dataset.name}"`, since: ANY_VERSION }
  const all: Need[] = needs.map(({ what, place, since }) => ({ what: `${place}: ${what}`, since }))
  if (dataset.extensions.vector !== undefined) all.unshift(ofDataset)
  return all.toSorted((a, b) => compareVersions(b.since, a.since))[0]
}

function remedy({ kind, versionNumber, pgvector }: ServerFacts): string {
  const major = Math.floor(versionNumber / 10_000)
  const age = pgvector === null ? 'the' : 'a newer'
  const packaged = `${age} package postgresql-${major}-pgvector (Debian, or apt.postgresql.org)`
  const install =
    kind === 'local'
      ? `Install ${packaged}`
      : `Use the image pgvector/pgvector:pg${major}, or install ${packaged} on the server`
  return `${install}, or use --server embedded`
}

/** Only where something would be left to run. */
async function alternative(dataset: Dataset, scenario: Scenario): Promise<string> {
  try {
    await leaveOut(scenario, ['vector'], tablesNeeding(dataset, ['vector']))
    return ', or leave out what needs it with --without vector'
  } catch (error) {
    if (error instanceof HarnessError) return ''
    throw error
  }
}
