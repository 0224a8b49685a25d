// Which parameters, $1 to $n, a statement takes.
import type { ParsedStatement } from './parsed-statement.js'
import { walk } from './walk.js'

/** n of the highest $n; 0 without parameters. */
export const countParameters = (statement: Pick<ParsedStatement, 'node'>): number =>
  Math.max(0, ...parameterNumbers(statement))

/** The numbers below the highest that the statement skips: PostgreSQL could not tell their type. */
export function missingParameters(statement: Pick<ParsedStatement, 'node'>): readonly number[] {
  const used = parameterNumbers(statement)
  return Array.from({ length: countParameters(statement) }, (_, i) => i + 1).filter((n) => !used.has(n))
}

function parameterNumbers({ node }: Pick<ParsedStatement, 'node'>): ReadonlySet<number> {
  const numbers = new Set<number>()
  for (const [kind, fields] of walk(node)) {
    // The parser leaves out a number that is zero.
    if (kind === 'ParamRef') numbers.add(typeof fields['number'] === 'number' ? fields['number'] : 0)
  }
  return numbers
}
