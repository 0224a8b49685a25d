// A markdown table. Cells arrive escaped; numbers stand to the right.

export interface MarkdownColumn {
  readonly title: string
  readonly align?: 'right'
}

export function markdownTable(
  columns: readonly MarkdownColumn[],
  rows: readonly (readonly string[])[],
): string {
  const rule = columns.map(({ align }) => (align === 'right' ? '---:' : '---'))
  const lines = [columns.map(({ title }) => title), rule, ...rows]
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

export const left = (title: string): MarkdownColumn => ({ title })
export const right = (title: string): MarkdownColumn => ({ title, align: 'right' })
