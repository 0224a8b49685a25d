// Does a statement return only some of the rows it could?
import type { ParsedStatement } from './parsed-statement.js'
import { walk, type Fields } from './walk.js'

/**
 * True for LIMIT, FETCH FIRST and OFFSET, in a subquery too: any of them leaves the choice of rows to the plan where
 * the order is not total. LIMIT ALL limits nothing.
 */
export function hasLimit({ node }: Pick<ParsedStatement, 'node'>): boolean {
  for (const [key, fields] of walk(node)) {
    if ((key === 'limitCount' || key === 'limitOffset') && !isNull(fields)) return true
  }
  return false
}

// LIMIT ALL and LIMIT NULL are the same to the parser.
function isNull(limit: Fields): boolean {
  const [outermost] = walk(limit)
  return outermost?.[0] === 'A_Const' && outermost[1]['isnull'] === true
}
