// One write of a scenario: its two SQL files, read and checked.
import type { Write } from '../model/scenario.js'
import { countParameters } from '../postgres/sql/count-parameters.js'
import { checkParametersQuery, checkWrite } from './check-query.js'
import type { WriteDefinition } from './definition-schema.js'
import type { WriteSurroundings } from './load-query.js'
import { readExpected } from './read-expected.js'

/** Throws a usage error for a missing file or SQL that is no write, a refused one for SQL that must not run. */
export async function loadWrite(
  folder: string,
  { name, title, role: ownRole }: WriteDefinition,
  { role, placeholders, place }: WriteSurroundings,
): Promise<Write> {
  const sql = await readExpected(folder, `writes/${name}.sql`, `Write "${name}"`, place)
  const parameters = await readExpected(folder, `writes/${name}.parameters.sql`, `Write "${name}"`, place)
  const { statement, target } = await checkWrite(sql, placeholders)
  await checkParametersQuery(parameters, placeholders)
  return {
    name,
    title,
    sql,
    parameters,
    parameterCount: countParameters(statement),
    ...target,
    role: ownRole ?? role,
  }
}
