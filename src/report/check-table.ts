// Checks, and statements that are said to fail, for a terminal; under each that does not hold, why not.
import { plainLine } from '../model/plain-text.js'
import type { Result } from '../model/result.js'
import { renderColumns, VERDICT, type TableOptions } from './columns.js'
import { truncateText } from './text-width.js'

/** Lines joined by newlines, without one at the end; nothing where nothing is asked. */
export function renderCheckTable({ checks, fails }: Result, options: TableOptions): string {
  const tables = [table('check', checks, options), table('said to fail', fails, options)]
  return tables.filter((text) => text !== '').join('\n\n')
}

type Asked = Result['checks'][number] | Result['fails'][number]

function table(head: string, asked: readonly Asked[], options: TableOptions): string {
  if (asked.length === 0) return ''
  const reasons = asked
    .filter(({ verdict }) => verdict !== 'confirmed')
    .map(({ name, reason }) => truncateText(plainLine(`  ${name}: ${reason}`), options.width))
  return [renderColumns(asked, { head, layouts: [[VERDICT]] }, options), ...reasons].join('\n')
}
