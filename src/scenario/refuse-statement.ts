// What a scenario may never hold, wherever it stands: statements and calls that could take over the machine or the
// server, or that would fake a measurement. Found in PostgreSQL's own parse tree, before any server is started, so
// that neither case, quoting, comments nor nesting hide it.
import { refusedError, type HarnessError } from '../model/errors.js'
import type { SourceText } from '../model/scenario.js'
import type { ParsedStatement } from '../postgres/sql/parsed-statement.js'
import { sourceError } from '../postgres/sql/source-error.js'
import { SourceMap, type Place } from '../postgres/sql/source-map.js'
import { walk, type Fields } from '../postgres/sql/walk.js'
import { namesCalled } from './refused/called-names.js'
import { refusedFunction } from './refused/functions.js'
import type { Refusal } from './refused/refusal.js'
import { refusedRelation } from './refused/relations.js'
import { refusedSet } from './refused/settings.js'
import { refusedStatement } from './refused/statements.js'
import { statementName } from './statement-name.js'

/** Throws a refused error, exit 5, at the first thing in the statement that is not allowed in a scenario. */
export function refuseStatement(source: SourceText, statement: ParsedStatement): void {
  for (const [kind, fields] of walk(statement.node)) {
    const found = findRefusal(kind, fields, statement)
    if (found !== undefined) throw refusal(source, placeOf(kind, fields, statement), found)
  }
}

interface Found {
  readonly what: string
  readonly refusal: Refusal
}

function findRefusal(kind: string, fields: Fields, statement: ParsedStatement): Found | undefined {
  const whole = refusedStatement(kind, fields)
  if (whole !== undefined) return { what: statementName(statement), refusal: whole }
  const set = kind === 'VariableSetStmt' ? findRefusedSet(fields) : undefined
  if (set !== undefined) return set
  for (const name of namesCalled(kind, fields)) {
    const called = refusedFunction(name)
    if (called !== undefined) return { what: `${name}()`, refusal: called }
  }
  const relation = refusedRelation(kind, fields)
  return relation === undefined ? undefined : { what: relation.relation, refusal: relation.refusal }
}

function findRefusedSet({ name, kind }: Fields): Found | undefined {
  const refusal = typeof name === 'string' ? refusedSet(name) : undefined
  if (refusal === undefined) return undefined
  return { what: `${kind === 'VAR_RESET' ? 'RESET' : 'SET'} ${String(name)}`, refusal }
}

/** Of a call or a relation where it stands, if the parser says so; of anything else the statement. */
function placeOf(kind: string, { location }: Fields, statement: ParsedStatement): Place {
  if (kind.endsWith('Stmt') || typeof location !== 'number' || location < 0) return statement
  return new SourceMap(statement.source.text).atByte(location)
}

const refusal = (source: SourceText, place: Place, { what, refusal }: Found): HarnessError =>
  sourceError(
    source,
    place,
    `${what} is not allowed in a scenario: it ${refusal.why}`,
    { hint: refusal.hint },
    refusedError,
  )
