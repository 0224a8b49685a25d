// What the run noticed that does not change a verdict but may change what a reader makes of it.
import type { Warning } from '../../model/result.js'
import { escapeCode, escapeText } from '../escape.js'
import { formatCount } from '../format.js'

/** Warnings of one kind beyond these are counted: a migration may have hundreds of indexes. */
const MOST_OF_A_KIND = 12

export function warningSection(warnings: readonly Warning[]): string {
  if (warnings.length === 0) return ''
  const kinds = [...new Set(warnings.map(({ code }) => code))]
  const lines = kinds.flatMap((kind) => kindLines(warnings.filter(({ code }) => code === kind)))
  return ['## Warnings', lines.join('\n')].join('\n\n')
}

function kindLines(warnings: readonly Warning[]): readonly string[] {
  const lines = warnings.slice(0, MOST_OF_A_KIND).map(warningLine)
  const left = warnings.slice(MOST_OF_A_KIND)
  if (left[0] === undefined) return lines
  return [...lines, `- ${escapeCode(left[0].code)}: ${formatCount(left.length)} more in result.json`]
}

const warningLine = ({ code, query, message }: Warning): string =>
  `- ${escapeCode(code)}${query === null ? '' : ` ${escapeCode(query)}`}: ${escapeText(message)}`
