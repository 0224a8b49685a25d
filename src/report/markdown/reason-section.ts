// Why each verdict is what it is, in words.
import { parseClaim } from '../../model/claim.js'
import type { QueryResult } from '../../model/result.js'
import { escapeCode, escapeText } from '../escape.js'
import { formatMs, formatRatio } from '../format.js'

export const reasonSection = (queries: readonly QueryResult[]): string =>
  queries.length === 0 ? '' : ['## Why', queries.map(reasonLine).join('\n')].join('\n\n')

function reasonLine(query: QueryResult): string {
  const beside = isOfLatency(query) ? besideLatency(query) : besideRatio(query)
  return `- ${escapeCode(query.name)}, **${query.verdict}**: ${escapeText(query.reason)}${beside}`
}

function isOfLatency({ claim }: QueryResult): boolean {
  const parsed = claim === null ? null : parseClaim(claim)
  return parsed !== null && 'kind' in parsed && parsed.kind === 'latency'
}

const besideRatio = ({ speedupAboveFloor: above }: QueryResult): string =>
  above === null ? '' : `. With the client's own time taken off both arms it is ${formatRatio(above)}.`

/** The verdict is on what the client sees; what the server spends of it is information. */
function besideLatency({ latencyMs }: QueryResult): string {
  if (latencyMs === null) return ''
  const { aboveFloorMs, executionMs } = latencyMs
  const floor =
    aboveFloorMs === null ? '' : ` With the client's own time taken off, ${formatMs(aboveFloorMs)} is left.`
  const server =
    executionMs === null ? '' : ` By EXPLAIN, the server's own execution time is ${formatMs(executionMs)}.`
  return `.${floor}${server}`
}
