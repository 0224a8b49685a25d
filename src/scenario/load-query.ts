// One query of a scenario: its two SQL files, read and checked.
import type { Query } from '../model/scenario.js'
import { countParameters } from '../postgres/sql/count-parameters.js'
import { hasLimit } from '../postgres/sql/has-limit.js'
import { isWrite } from '../postgres/sql/is-write.js'
import { checkParametersQuery, checkQuery } from './check-query.js'
import { checkModes, chooseModes, type ModeDefaults } from './choose-modes.js'
import type { QueryDefinition } from './definition-schema.js'
import { readExpected, type DefinitionPlace } from './read-expected.js'

export interface WriteSurroundings {
  /** Role of queries that name none. */
  readonly role: string
  /** Names of the declared placeholders. */
  readonly placeholders: readonly string[]
  /** Where scenario.yaml speaks of the query. */
  readonly place: DefinitionPlace
}

interface QuerySurroundings extends WriteSurroundings {
  /** What the scenario says of queries that say nothing of their modes. */
  readonly modes: ModeDefaults
}

/** Throws a usage error for a missing file or SQL that cannot be measured, a refused one for SQL that must not run. */
export async function loadQuery(
  folder: string,
  definition: QueryDefinition,
  { role, modes, placeholders, place }: QuerySurroundings,
): Promise<Query> {
  const { name, title, says = null, claim = null, settings = {}, recall = null } = definition
  const sql = await readExpected(folder, `queries/${name}.sql`, `Query "${name}"`, place)
  const parameters = await readExpected(folder, `queries/${name}.parameters.sql`, `Query "${name}"`, place)
  const statement = await checkQuery(sql, placeholders)
  await checkParametersQuery(parameters, placeholders)
  const writes = isWrite(statement)
  if (writes && recall !== null) {
    const index = place.yaml.indexOf([...place.path, 'recall'])
    throw place.yaml.errorAt(index, `Query "${name}" changes data: recall is only for searches`)
  }
  const parameterCount = countParameters(statement)
  checkModes(definition, parameterCount, place)
  return {
    name,
    title,
    sql,
    parameters,
    parameterCount,
    writes,
    limited: hasLimit(statement),
    role: definition.role ?? role,
    says,
    claim,
    settings,
    recall,
    ...chooseModes(definition, modes),
  }
}
