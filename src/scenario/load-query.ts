// One query of a scenario: its two SQL files, read and checked.
import { join } from 'node:path'
import type { Query, SourceText } from '../model/scenario.js'
import { countParameters } from '../postgres/sql/count-parameters.js'
import { hasLimit } from '../postgres/sql/has-limit.js'
import { isWrite } from '../postgres/sql/is-write.js'
import { checkParametersQuery, checkQuery } from './check-query.js'
import { checkModes, chooseModes, type ModeDefaults } from './choose-modes.js'
import type { QueryDefinition } from './definition-schema.js'
import { displayPath } from './display-path.js'
import { readSource, SQL_LIMIT_BYTES } from './read-source.js'
import type { YamlPath, YamlSource } from './yaml-source.js'

interface QuerySurroundings {
  /** Role of queries that name none. */
  readonly role: string
  /** What the scenario says of queries that say nothing of their modes. */
  readonly modes: ModeDefaults
  /** Names of the declared placeholders. */
  readonly placeholders: readonly string[]
  /** Where scenario.yaml speaks of the query. */
  readonly place: { readonly yaml: YamlSource; readonly path: YamlPath }
}

/** Throws a usage error for a missing file or SQL that cannot be measured, a refused one for SQL that must not run. */
export async function loadQuery(
  folder: string,
  definition: QueryDefinition,
  { role, modes, placeholders, place }: QuerySurroundings,
): Promise<Query> {
  const { name, title, claim = null, settings = {}, recall = null } = definition
  const sql = await readExpected(folder, `${name}.sql`, definition, place)
  const parameters = await readExpected(folder, `${name}.parameters.sql`, definition, place)
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
    claim,
    settings,
    recall,
    ...chooseModes(definition, modes),
  }
}

async function readExpected(
  folder: string,
  fileName: string,
  { name }: QueryDefinition,
  { yaml, path }: QuerySurroundings['place'],
): Promise<SourceText> {
  const file = join(folder, 'queries', fileName)
  const source = await readSource(file, folder, SQL_LIMIT_BYTES)
  if (source !== undefined) return source
  const index = yaml.indexOf([...path, 'name'])
  throw yaml.errorAt(index, `Query "${name}" has no file ${displayPath(file)}`, explain(file))
}

const explain = (file: string): string =>
  file.endsWith('.parameters.sql')
    ? 'It holds the query that draws the parameter rows: cohort, tenant, hit, p1 … pn'
    : 'It holds the statement to measure, with its parameters as $1 … $n'
