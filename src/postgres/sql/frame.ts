// The lines around a place, with a caret under it, for messages that point into a file.

const CONTEXT_LINES = 1
/** Characters shown of a line: a minified file must not fill the screen. */
const WIDTH = 110
/** Terminals draw these two columns wide, so the caret moves along. */
const WIDE =
  /[\p{Emoji_Presentation}\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/u
/** Would move the cursor or reorder the line, and so show something else than what is there. */
const UNPRINTABLE = /[^\P{Cc}\t]|\p{Bidi_Control}/gu

/**
 * The line of the place and the one before it, numbered, with a caret under the column.
 * `line` and `column` count from 1, the column in code points.
 */
export function renderFrame(text: string, line: number, column: number): string {
  const lines = text.split('\n').map((content) => content.replace(/\r$/, ''))
  const from = Math.max(1, line - CONTEXT_LINES)
  const gutter = String(line).length
  const shown = lines.slice(from - 1, line).map((content, i) => {
    const number = from + i
    const mark = number === line ? '>' : ' '
    return `${mark} ${String(number).padStart(gutter)} | ${visible(content, column)}`.trimEnd()
  })
  const caret = `  ${' '.repeat(gutter)} | ${indent(lines[line - 1] ?? '', column)}^`
  return [...shown, caret].join('\n')
}

function visible(content: string, column: number): string {
  const { points, skipped } = crop(content, column)
  return (skipped > 0 ? '…' : '') + points.join('').replaceAll(UNPRINTABLE, '�')
}

// Tabs stay tabs, so that the caret stands under its character whatever their width.
function indent(content: string, column: number): string {
  const { points, skipped } = crop(content, column)
  const before = points.slice(0, column - 1 - skipped)
  const blanks = before.map((point) => (point === '\t' ? '\t' : WIDE.test(point) ? '  ' : ' '))
  return (skipped > 0 ? ' ' : '') + blanks.join('')
}

function crop(content: string, column: number): { points: readonly string[]; skipped: number } {
  const points = Array.from(content)
  if (points.length <= WIDTH) return { points, skipped: 0 }
  const skipped = Math.max(0, Math.min(column - 1 - Math.floor(WIDTH / 2), points.length - WIDTH))
  return { points: points.slice(skipped, skipped + WIDTH), skipped }
}
