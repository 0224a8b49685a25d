// All of pgvector that a scenario uses, with the places where it does.
import type { Query, Scenario } from '../model/scenario.js'
import { formatPlace } from '../postgres/sql/source-error.js'
import { parseFile } from './parse-file.js'
import { pgvectorNeeds, settingNeeds, type Need } from './pgvector-needs.js'

export interface PlacedNeed extends Need {
  /** path:line:column, or the settings of a query. */
  readonly place: string
}

export async function scenarioNeeds(scenario: Scenario): Promise<readonly PlacedNeed[]> {
  const declared = Object.keys(scenario.placeholders)
  const files = [
    ...scenario.prepare,
    ...scenario.migrations,
    ...[...scenario.queries, ...scenario.writes].flatMap(({ sql, parameters }) => [sql, parameters]),
    ...[...scenario.checks, ...scenario.fails].map(({ sql }) => sql),
  ]
  const statements = (await Promise.all(files.map((file) => parseFile(file, declared)))).flat()
  return [
    ...statements.flatMap((statement) =>
      pgvectorNeeds(statement).map((need) => ({ ...need, place: formatPlace(statement.source, statement) })),
    ),
    ...scenario.queries.flatMap(ofSettings),
  ]
}

const ofSettings = ({ name, settings }: Query): readonly PlacedNeed[] =>
  Object.keys(settings)
    .flatMap(settingNeeds)
    .map((need) => ({ ...need, place: `settings of query "${name}"` }))
