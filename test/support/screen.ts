// What a person sees: a terminal small enough to know only the sequences that a progress display writes.

export interface Screen {
  readonly columns: number
  readonly rows: number
  write(text: string): void
  /** The lines as they stand, without trailing blanks. */
  visible(): string
}

const ESCAPE = '\u001B'
const SEQUENCE = new RegExp(String.raw`${ESCAPE}\[(\??[\d;]*)([A-Za-z])|\n|\r|[^${ESCAPE}\n\r]+`, 'g')

export function makeScreen(columns: number, rows = 24): Screen {
  const lines: string[] = ['']
  let [row, column] = [0, 0]

  const print = (text: string): void => {
    const line = (lines[row] ?? '').padEnd(column)
    lines[row] = line.slice(0, column) + text + line.slice(column + text.length)
    column += text.length
  }
  const control = (count: number, final: string): void => {
    if (final === 'A') row = Math.max(0, row - count)
    else if (final === 'B') row += count
    else if (final === 'G') column = 0
    else if (final === 'K') lines[row] = count === 2 ? '' : (lines[row] ?? '').slice(0, column)
    else if (final !== 'm') throw new Error(`the screen does not know CSI ${final}`)
  }
  return {
    columns,
    rows,
    write(text) {
      for (const [part, parameters, final] of text.matchAll(SEQUENCE)) {
        if (final !== undefined) control(Number(parameters === '' ? defaultOf(final) : parameters), final)
        else if (part === '\n') [row, column] = [row + 1, 0]
        else if (part === '\r') column = 0
        else print(part)
      }
    },
    visible: () =>
      Array.from(lines, (line) => (line ?? '').trimEnd())
        .join('\n')
        .trimEnd(),
  }
}

const defaultOf = (final: string): string => (final === 'K' ? '0' : '1')
