// The statements of a file whose placeholders have no values yet. Places in them are places in the file.
import type { SourceText } from '../model/scenario.js'
import { parseStatements } from '../postgres/sql/parse-statements.js'
import type { ParsedStatement } from '../postgres/sql/parsed-statement.js'
import { withStandIns } from './stand-ins.js'

/** `declared`: names of the scenario's placeholders. */
export const parseFile = (
  file: SourceText,
  declared: readonly string[],
): Promise<readonly ParsedStatement[]> => parseStatements(withStandIns(file, declared))
