// Claims on groups for a terminal, below the queries; under a claim that does not hold, why not.
import { plainLine } from '../model/plain-text.js'
import type { ClaimResult } from '../model/result.js'
import { renderColumns, VERDICT, type Column, type TableOptions } from './columns.js'
import { claimedOf } from './claim-words.js'
import { truncateText } from './text-width.js'

const CLAIM: Column<ClaimResult> = {
  title: 'claim',
  align: 'left',
  cell: (claim) => plainLine(claimedOf(claim)),
}

const LAYOUTS: readonly (readonly Column<ClaimResult>[])[] = [[CLAIM, VERDICT], [VERDICT]]

/** Lines joined by newlines, without one at the end; nothing without a claim on a group. */
export function renderClaimTable(claims: readonly ClaimResult[], options: TableOptions): string {
  if (claims.length === 0) return ''
  const table = renderColumns(claims, { head: 'group', layouts: LAYOUTS }, options)
  const reasons = claims
    .filter(({ verdict }) => verdict !== 'confirmed' && verdict !== 'exceeded')
    .map(({ name, reason }) => truncateText(plainLine(`  ${name}: ${reason}`), options.width))
  return [table, ...reasons].join('\n')
}
