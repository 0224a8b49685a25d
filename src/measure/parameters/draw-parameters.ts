// Parameter rows are drawn from the seeded data by the scenario's own query, once, before anything is measured.
import { usageError } from '../../model/errors.js'
import type { Query, SourceText } from '../../model/scenario.js'
import { DatabaseError } from '../../postgres/database-error.js'
import { isServerTrouble } from '../../model/server-trouble.js'
import type { Row, Session } from '../../postgres/session.js'
import type { ParameterRow } from '../measured-query.js'

const EXPECTED = 'a parameters query returns cohort, tenant, hit, and p1 … pn for $1 … $n'

/** Throws a usage error where the query fails, returns no rows, or returns other columns than expected. */
export async function drawParameters(
  session: Session,
  query: Pick<Query, 'name' | 'parameterCount'>,
  parameters: SourceText,
): Promise<readonly ParameterRow[]> {
  const rows = await session.query(parameters.text).catch((error: unknown) => {
    if (!(error instanceof DatabaseError) || isServerTrouble(error.code)) throw error
    throw usageError(`${parameters.path}: ${error.message}`, { hint: error.hint ?? EXPECTED, cause: error })
  })
  const [first] = rows
  if (first === undefined) {
    throw usageError(`${parameters.path} drew no parameter rows for query "${query.name}"`, {
      hint: 'Check its conditions against the seeded data, or seed a larger scale',
    })
  }
  checkColumns(Object.keys(first), query, parameters)
  return rows.map((row) => parameterRow(row, query.parameterCount))
}

function checkColumns(
  found: readonly string[],
  query: Pick<Query, 'name' | 'parameterCount'>,
  parameters: SourceText,
): void {
  const expected = ['cohort', 'tenant', 'hit', ...valueColumns(query.parameterCount)]
  const missing = expected.filter((column) => !found.includes(column))
  const unknown = found.filter((column) => !expected.includes(column))
  if (missing.length === 0 && unknown.length === 0) return
  const problems = [
    ...(missing.length > 0 ? [`misses ${missing.join(', ')}`] : []),
    ...(unknown.length > 0 ? [`has unexpected ${unknown.join(', ')}`] : []),
  ]
  throw usageError(
    `${parameters.path} ${problems.join(' and ')}: query "${query.name}" takes ${query.parameterCount} parameter(s)`,
    { hint: EXPECTED },
  )
}

const parameterRow = (row: Row, parameterCount: number): ParameterRow => ({
  cohort: row['cohort'] ?? 'all',
  tenant: row['tenant'] ?? null,
  hit: row['hit'] === 't',
  values: valueColumns(parameterCount).map((column) => row[column] ?? null),
})

const valueColumns = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => `p${i + 1}`)
