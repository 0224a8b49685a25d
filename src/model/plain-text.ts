// Text from outside (names, notices, plans) made safe to show: without anything that moves a cursor, colours a
// terminal, starts a new line of a log, or reorders what is read (Unicode bidirectional controls, CVE-2021-42574).
import { stripVTControlCharacters } from 'node:util'

/** One line: controls are gone, line breaks and tabs are spaces. */
export const plainLine = (text: string): string =>
  strip(text.replace(/\r\n|[\r\n\t\v\f\u0085\u2028\u2029]/g, ' '))

/** Several lines: as plainLine, but `\n` stays; a tab becomes one space so that carets below still point. */
export const plainLines = (text: string): string =>
  text
    .split(/\r\n|[\r\n\u0085\u2028\u2029]/)
    .map(plainLine)
    .join('\n')

const strip = (text: string): string =>
  stripVTControlCharacters(text).replace(/[\p{Cc}\p{Bidi_Control}]/gu, '')
