// A SQL file that scenario.yaml speaks of: it must be there.
import { basename, dirname, join } from 'node:path'
import type { SourceText } from '../model/scenario.js'
import { displayPath } from './display-path.js'
import { readSource, SQL_LIMIT_BYTES } from './read-source.js'
import type { YamlPath, YamlSource } from './yaml-source.js'

/** Where scenario.yaml speaks of something. */
export interface DefinitionPlace {
  readonly yaml: YamlSource
  readonly path: YamlPath
}

/** Throws a usage error at the name in scenario.yaml where the file is missing. `what` is 'Query "x"'. */
export async function readExpected(
  folder: string,
  fileName: string,
  what: string,
  { yaml, path }: DefinitionPlace,
): Promise<SourceText> {
  const file = join(folder, fileName)
  const source = await readSource(file, folder, SQL_LIMIT_BYTES)
  if (source !== undefined) return source
  const index = yaml.indexOf([...path, 'name'])
  throw yaml.errorAt(index, `${what} has no file ${displayPath(file)}`, explain(file))
}

function explain(file: string): string {
  if (file.endsWith('.parameters.sql')) {
    return 'It holds the query that draws the parameter rows: cohort, tenant, hit, p1 … pn'
  }
  const folder = basename(dirname(file))
  if (folder === 'checks')
    return 'It holds one SELECT that returns one row: passed (boolean) and detail (text)'
  if (folder === 'fails') return 'It holds the statement that is said to fail'
  return 'It holds the statement to measure, with its parameters as $1 … $n'
}
