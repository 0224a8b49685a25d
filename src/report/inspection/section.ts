// A page of headings, sentences and tables, before it is text for a terminal or markdown.

export interface Section {
  readonly title: string
  readonly lines: readonly string[]
  readonly table: SectionTable | null
  /** Shown as it is, such as a plan. */
  readonly block: string | null
}

export interface SectionTable {
  readonly columns: readonly SectionColumn[]
  readonly rows: readonly (readonly string[])[]
}

export interface SectionColumn {
  readonly title: string
  /** A name or SQL, a number, or prose. */
  readonly holds: 'code' | 'number' | 'prose'
}

export const code = (title: string): SectionColumn => ({ title, holds: 'code' })
export const number = (title: string): SectionColumn => ({ title, holds: 'number' })
export const prose = (title: string): SectionColumn => ({ title, holds: 'prose' })

export const section = (
  title: string,
  lines: readonly string[],
  columns: readonly SectionColumn[] = [],
  rows: readonly (readonly string[])[] = [],
): Section => ({ title, lines, table: rows.length === 0 ? null : { columns, rows }, block: null })

/** The table with at most so many rows, and how many it leaves out. */
export function shortened(
  table: SectionTable,
  mostRows: number,
): { readonly shown: SectionTable; readonly left: number } {
  const left = Math.max(0, table.rows.length - mostRows)
  return { shown: { ...table, rows: table.rows.slice(0, mostRows) }, left }
}
