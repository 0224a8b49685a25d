// Why each verdict is what it is, in words.
import type { QueryResult } from '../../model/result.js'
import { escapeCode, escapeText } from '../escape.js'
import { formatRatio } from '../format.js'

export const reasonSection = (queries: readonly QueryResult[]): string =>
  queries.length === 0 ? '' : ['## Why', queries.map(reasonLine).join('\n')].join('\n\n')

function reasonLine(query: QueryResult): string {
  const above = query.speedupAboveFloor
  const floor =
    above === null ? '' : ` With the client's own time taken off both arms it is ${formatRatio(above)}.`
  return `- ${escapeCode(query.name)}, **${query.verdict}**: ${escapeText(query.reason)}${floor}`
}
