// The queries of a folder that `explain` is given: one statement in each .sql file, and its parameters beside it.
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { usageError } from '../model/errors.js'
import type { SourceText } from '../model/scenario.js'
import { countParameters } from '../postgres/sql/count-parameters.js'
import { isWrite } from '../postgres/sql/is-write.js'
import type { ParsedStatement } from '../postgres/sql/parsed-statement.js'
import { checkExplained, checkParametersQuery } from './check-query.js'
import { displayPath } from './display-path.js'
import { parseParameterRows, type ParameterValue } from './parse-parameter-rows.js'
import { readSource, SQL_LIMIT_BYTES } from './read-source.js'

export interface QueryToExplain {
  /** The file's name without .sql. */
  readonly name: string
  readonly statement: ParsedStatement
  readonly parameterCount: number
  readonly writes: boolean
  readonly parameters: ExplainedParameters
}

export type ExplainedParameters =
  | { readonly kind: 'none' }
  /** A query that returns p1 … pn. */
  | { readonly kind: 'query'; readonly source: SourceText }
  | { readonly kind: 'rows'; readonly rows: readonly (readonly ParameterValue[])[] }

const PARAMETERS_SQL = '.parameters.sql'
const PARAMETERS_JSON = '.parameters.json'

/** Sorted by name. Throws a usage error for what cannot be read or explained, a refused one for what must not run. */
export async function loadExplained(folder: string): Promise<readonly QueryToExplain[]> {
  const files = await readdir(folder).catch((error: unknown) => {
    throw usageError(`"${folder}" is not a folder that can be read`, {
      hint: 'Give the folder of the .sql files, one query in each',
      cause: error,
    })
  })
  const names = files
    .filter((file) => file.endsWith('.sql') && !file.endsWith(PARAMETERS_SQL))
    .map((file) => file.slice(0, -'.sql'.length))
    .sort()
  if (names.length === 0) throw usageError(`"${folder}" has no .sql file`, { hint: 'One query in each' })
  refuseOrphans(folder, files, new Set(names))
  return Promise.all(names.map((name) => loadOne(folder, name)))
}

/** Parameters whose query has another name would be ignored, and a generic plan taken for theirs. */
function refuseOrphans(folder: string, files: readonly string[], names: ReadonlySet<string>): void {
  for (const ending of [PARAMETERS_SQL, PARAMETERS_JSON]) {
    const orphan = files.find((file) => file.endsWith(ending) && !names.has(file.slice(0, -ending.length)))
    if (orphan === undefined) continue
    throw usageError(`${displayPath(join(folder, orphan))} is for a query that is not there`, {
      hint: `It belongs beside ${orphan.slice(0, -ending.length)}.sql`,
    })
  }
}

async function loadOne(folder: string, name: string): Promise<QueryToExplain> {
  const read = (ending: string): Promise<SourceText | undefined> =>
    readSource(join(folder, `${name}${ending}`), folder, SQL_LIMIT_BYTES)
  const source = await read('.sql')
  if (source === undefined) throw usageError(`${displayPath(join(folder, `${name}.sql`))} is not a file`)
  const statement = await checkExplained(source)
  const parameterCount = countParameters(statement)
  const [sql, json] = [await read(PARAMETERS_SQL), await read(PARAMETERS_JSON)]
  if (sql !== undefined && json !== undefined) {
    throw usageError(`${sql.path} and ${json.path} are both there`, { hint: 'Keep one of them' })
  }
  const extra = sql ?? json
  if (extra !== undefined && parameterCount === 0) {
    throw usageError(`${extra.path}: the query ${source.path} takes no parameters`)
  }
  const parameters = await parametersOf(sql, json, parameterCount)
  return { name, statement, parameterCount, writes: isWrite(statement), parameters }
}

async function parametersOf(
  sql: SourceText | undefined,
  json: SourceText | undefined,
  count: number,
): Promise<ExplainedParameters> {
  if (json !== undefined) return { kind: 'rows', rows: parseParameterRows(json, count) }
  if (sql === undefined) return { kind: 'none' }
  await checkParametersQuery(sql, [])
  return { kind: 'query', source: sql }
}
