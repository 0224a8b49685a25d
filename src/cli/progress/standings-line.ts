// The comparison after a look, in one line.
import type { QueryResult } from '../../model/result.js'
import { counted } from '../../report/format.js'
import { verdictCounts } from '../../report/verdict-words.js'

/** round 18: 5 of 12 settled (3 confirmed, 2 unchanged) */
export function standingsLine(queries: readonly QueryResult[]): string {
  const round = Math.max(0, ...queries.map(({ speedup }) => speedup?.rounds ?? 0))
  const settled = queries.filter(({ verdict }) => verdict !== 'inconclusive')
  const which = settled.length === 0 ? '' : ` (${verdictCounts(settled)})`
  return `round ${round}: ${settled.length} of ${counted(queries.length, 'query', 'queries')} settled${which}`
}
