// Reads saved against writes paid, in sentences that say no more than was measured.
import type { Estimate, Ledger } from '../../model/price-result.js'
import { escapeCode } from '../escape.js'
import { digits, formatMs, NOT_MEASURED } from '../format.js'
import { left, markdownTable, right } from './markdown-table.js'

export function ledgerLines(ledger: Ledger): readonly string[] {
  const { readSavedMs, writeExtraMs, queries, writes } = ledger
  if (readSavedMs === null || writeExtraMs === null) {
    const side = readSavedMs === null ? 'no reading query has a verdict' : 'no write has'
    return ['### Reads saved, writes paid', `No ledger: ${side} that its time could be taken from.`]
  }
  const columns = [left('query'), right('saved by one execution'), right('pays for')]
  const rows = queries.map(({ query, savedMs, writesPaid }) => [
    escapeCode(query),
    signedMs(savedMs),
    writesPaid === null ? NOT_MEASURED : counted(writesPaid),
  ])
  const writeColumns = [left('write'), right('pays more in one execution'), right('one read pays for')]
  const writeRows = writes.map(({ write, extraMs, paidByRead }) => [
    escapeCode(write),
    signedMs(extraMs),
    paidByRead === null ? NOT_MEASURED : counted(paidByRead),
  ])
  return [
    '### Reads saved, writes paid',
    `${sentence(ledger, readSavedMs, writeExtraMs)}${mixed(writes)} Means over queries and over writes, each of the same weight: ` +
      'an application has a mix of its own. Time is not all: disk, log and cleaning up are above.',
    markdownTable(columns, rows),
    markdownTable(writeColumns, writeRows),
  ]
}

/** A mean of opposites says little of either. */
function mixed(writes: Ledger['writes']): string {
  const of = (verdict: string): readonly string[] =>
    writes.filter((one) => one.verdict === verdict).map(({ write }) => escapeCode(write))
  const [slower, faster] = [of('slower'), of('faster')]
  if (slower.length === 0 || faster.length === 0) return ''
  return ` The mean hides that writes differ: ${faster.join(', ')} got faster, ${slower.join(', ')} slower.`
}

function sentence(
  { state, writesPerRead, writesPerReadAtLeast: atLeast }: Ledger,
  saved: Estimate,
  extra: Estimate,
): string {
  const both = `A read saves ${signedMs(saved)}, a write pays ${signedMs(extra)}`
  switch (state) {
    case 'pays': {
      const { estimate = 0, low = null, high = null } = writesPerRead ?? {}
      const range = low === null || high === null ? '' : ` [${digits(low)}, ${digits(high)}]`
      return `${both}: one read pays for ${counted(estimate)}${range}. The migration saves time where at least 1 read comes with every ${counted(estimate)}.`
    }
    case 'no-cost':
      return `${both}: no cost of an average write is shown, so there is no break-even to name.${atLeast === null ? '' : ` It is at most ${formatMs(extra.high)}: one read pays for at least ${counted(atLeast)}.`}`
    case 'no-gain':
      return `${both}: a gain of the reads is not shown, so no mix of reads and writes is known to pay for the migration.`
    case 'nothing':
      return `${both}: neither a gain of the reads nor a cost of the writes is shown.`
  }
}

const counted = (count: number): string => `${digits(count)} ${digits(count) === '1' ? 'write' : 'writes'}`

/** 2.3 ms [2.1, 2.5] */
const signedMs = ({ estimate, low, high }: Estimate): string =>
  low === null || high === null
    ? formatSigned(estimate)
    : `${formatSigned(estimate)} [${formatSigned(low)}, ${formatSigned(high)}]`

const formatSigned = (ms: number): string => (ms < 0 ? `−${formatMs(-ms)}` : formatMs(ms))
