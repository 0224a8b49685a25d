// What of filters and life was not measured, and why. What has one reason stands together.
import { escapeText } from '../escape.js'
import { formatCount } from '../format.js'

/** Of one reason; more are in sweep.json. */
const MOST = 4

export function leftOutSection(leftOut: readonly string[]): string {
  if (leftOut.length === 0) return ''
  const byReason = new Map<string, string[]>()
  for (const text of leftOut) {
    const [what, reason] = split(text)
    byReason.set(reason, [...(byReason.get(reason) ?? []), what])
  }
  const lines = [...byReason].map(([reason, whats]) => `- ${escapeText(`${reason}: ${named(whats)}`)}`)
  return ['## Not measured', lines.join('\n')].join('\n\n')
}

/** Before and after the last colon. */
function split(text: string): [string, string] {
  const colon = text.lastIndexOf(': ')
  return colon < 0 ? [text, 'left out'] : [text.slice(0, colon), text.slice(colon + 2)]
}

function named(whats: readonly string[]): string {
  const rest = whats.length - MOST
  return [...whats.slice(0, MOST), ...(rest > 0 ? [`${formatCount(rest)} more in sweep.json`] : [])].join(
    '; ',
  )
}
