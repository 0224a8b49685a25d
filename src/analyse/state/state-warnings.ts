// What the state of the database did under the measurement that does not void it, but may move a number.
import { comparisonKey } from '../../model/comparison.js'
import type { Evidence } from '../../model/evidence.js'
import type { BlockState, Warning } from '../../model/result.js'
import type { TableState } from '../../model/state.js'
import { isWhole, tableOf, type Attestation, type WholeStretch } from './attest-state.js'
import type { Stretch } from './pair-readings.js'
import { counted } from '../judge/ratio-text.js'
import { explainedOf } from '../summaries/summarise-arm.js'

/** From this share of a table on, dead rows and pages that are no longer all-visible are told. */
const TOLD_SHARE = 0.01

/** Block by block, then query by query. */
export const warnOfState = (evidence: Evidence, attestation: Attestation): Warning[] => [
  ...attestation.blocks.flatMap((block) => warnOfBlock(block, evidence, attestation)),
  ...warnOfDirtied(evidence),
]

function warnOfBlock(state: BlockState, evidence: Evidence, { stretches }: Attestation): Warning[] {
  const ofBlock = stretches.get(state.block) ?? []
  const whole = ofBlock.filter(isWhole)
  const messages: readonly (readonly [string, string | null])[] = [
    ['state-unattested', unattested(state)],
    ['checkpoint-while-measured', checkpoints(state)],
    // Rolled-back writes leave dead rows and clear visibility: where writes are measured that is what they cost.
    ...(anyWrites(ofBlock, evidence)
      ? []
      : ([
          ['rows-died-while-measured', died(state, whole)],
          ['visibility-lost-while-measured', lostVisibility(state, whole)],
        ] as const)),
  ]
  return messages.flatMap(([code, message]) => (message === null ? [] : [{ code, query: null, message }]))
}

function anyWrites(stretches: readonly Stretch[], { header }: Evidence): boolean {
  const compared = new Set(stretches.flatMap(({ start }) => start.comparisons))
  const writing = new Set(header.queries.filter(({ writes }) => writes).map(({ name }) => name))
  return header.comparisons.some((one) => writing.has(one.query) && compared.has(comparisonKey(one)))
}

const unattested = ({ block, attested }: BlockState): string | null =>
  attested === 'whole'
    ? null
    : `An interruption ended the block "${block}" before the state of the database was read again: a drift in its last rounds would not be known.`

const checkpoints = ({ block, checkpoints: count }: BlockState): string | null =>
  count === null || count === 0
    ? null
    : `${counted(count, 'checkpoint')} ran while the block "${block}" was measured: single executions may have waited for it.`

function died({ block }: BlockState, stretches: readonly WholeStretch[]): string | null {
  const names = tablesWhere(
    stretches,
    (start, end) => end.deadRows - start.deadRows > TOLD_SHARE * end.liveRows,
  )
  return names.length === 0
    ? null
    : `Rows of ${names.join(', ')} died while the block "${block}" was measured, which only reads: somebody else wrote.`
}

function lostVisibility({ block }: BlockState, stretches: readonly WholeStretch[]): string | null {
  const names = tablesWhere(
    stretches,
    (start, end) => start.visiblePages - end.visiblePages > TOLD_SHARE * end.pages,
  )
  return names.length === 0
    ? null
    : `Pages of ${names.join(', ')} were no longer all-visible after the block "${block}": index-only scans then read the table too.`
}

function tablesWhere(
  stretches: readonly WholeStretch[],
  isSo: (start: TableState, end: TableState) => boolean,
): readonly string[] {
  const names = stretches.flatMap(({ start, end }) =>
    end.tables.flatMap((table) => {
      const former = tableOf(start, table)
      return former !== undefined && isSo(former, table) ? [table.table] : []
    }),
  )
  return [...new Set(names)]
}

/** After a VACUUM a read that still dirties pages pays for somebody's writes. */
function warnOfDirtied(evidence: Evidence): Warning[] {
  return evidence.header.queries.flatMap(({ name, writes }) => {
    if (writes) return []
    return (['before', 'after'] as const).flatMap((arm): Warning[] => {
      const dirtied = explainedOf(evidence, name, arm).map(
        ({ explain }) => explain.Plan['Shared Dirtied Blocks'] ?? 0,
      )
      const most = Math.max(0, ...dirtied)
      if (most === 0) return []
      const message = `It dirtied ${counted(most, 'block')} in the arm ${arm}, though it only reads: its time holds work that others left behind.`
      return [{ code: 'reads-dirty-pages', query: name, message }]
    })
  })
}
