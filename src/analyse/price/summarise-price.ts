// The price of the migration: each write with it and without it, cleaning up, foreign keys, and the ledger of reads
// saved against writes paid.
import type { Evidence } from '../../model/evidence.js'
import type { PriceEvidence, WriteVacuum } from '../../model/price.js'
import type { PriceResult, TableResult, VacuumResult } from '../../model/price-result.js'
import { ledgerOf } from './ledger.js'
import { readSavings } from './read-savings.js'
import { summariseTriggers } from './summarise-triggers.js'
import { summariseWrite } from './summarise-write.js'

/** Null where the price was not asked for. `voided`: names of queries whose times say nothing. */
export function summarisePrice(evidence: Evidence, voided: ReadonlySet<string>): PriceResult | null {
  const { price, header } = evidence
  if (price === null) return null
  const { plan, end } = price
  const { alpha: extraAlpha, minimumRounds } = header.policy
  const alpha = extraAlpha / Math.max(1, plan.writes.length)
  const rules = { alpha, extraAlpha, smallestEffect: plan.smallestEffect, minimumRounds }
  const writes = plan.skipped === null ? plan.writes.map((write) => summariseWrite(write, price, rules)) : []
  return {
    skipped: plan.skipped,
    elapsedMs: end?.elapsedMs ?? 0,
    stoppedBy: end?.stoppedBy ?? null,
    walSource: plan.walSource,
    smallestEffect: plan.smallestEffect,
    writes,
    tables: summariseTables(price),
    triggers: [...summariseTriggers(price.explained)],
    ledger: ledgerOf(readSavings(evidence, voided), writes),
    notDerived: [...plan.notDerived],
  }
}

function summariseTables({ vacuums }: PriceEvidence): TableResult[] {
  const ofCopy = (copy: WriteVacuum['copy']): readonly WriteVacuum[] =>
    vacuums.filter((vacuum) => vacuum.copy === copy)
  return ofCopy('before').flatMap((before) => {
    const same = ({ schema, table }: WriteVacuum): boolean =>
      schema === before.schema && table === before.table
    const after = ofCopy('after').find(same)
    const control = ofCopy('control').find(same)
    if (after === undefined) return []
    const { schema, table } = before
    return [
      {
        schema,
        table,
        before: vacuumResult(before),
        after: vacuumResult(after),
        control: control === undefined ? null : vacuumResult(control),
      },
    ]
  })
}

const vacuumResult = ({ deadRows, durationMs, tableBytes, indexBytes }: WriteVacuum): VacuumResult => ({
  deadRows,
  vacuumMs: durationMs,
  tableBytes,
  indexBytes,
})
