// What the run noticed that does not change a verdict but may change what a reader makes of it.
import type { Warning } from '../../model/result.js'
import { escapeCode, escapeText } from '../escape.js'

export const warningSection = (warnings: readonly Warning[]): string =>
  warnings.length === 0 ? '' : ['## Warnings', warnings.map(warningLine).join('\n')].join('\n\n')

const warningLine = ({ code, query, message }: Warning): string =>
  `- ${escapeCode(code)}${query === null ? '' : ` ${escapeCode(query)}`}: ${escapeText(message)}`
