// What of filters and life was not measured, and why.
import { escapeText } from '../escape.js'
import { formatCount } from '../format.js'

/** More is in sweep.json. */
const MOST = 30

export function leftOutSection(leftOut: readonly string[]): string {
  if (leftOut.length === 0) return ''
  const lines = leftOut.slice(0, MOST).map((text) => `- ${escapeText(text)}`)
  const rest = leftOut.length - lines.length
  return ['## Not measured', [...lines, ...(rest > 0 ? [`- ${formatCount(rest)} more in sweep.json`] : [])].join('\n')].join(
    '\n\n',
  )
}
