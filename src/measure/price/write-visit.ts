// Some executions of one write in one copy, each committed by itself, as a client without a transaction does it.
import { at } from '../../model/at.js'
import type { WriteVisit } from '../../model/price.js'
import { DatabaseError } from '../../postgres/database-error.js'
import { quoteIdentifier } from '../../postgres/identifiers.js'
import type { PreparedStatement } from '../../postgres/session.js'
import type { VisitSize } from '../visit.js'
import type { Copy, MeasuredWrite } from './measured-write.js'
import type { WriteCounters } from './write-counters.js'

export type Written = Pick<
  WriteVisit,
  'executions' | 'rows' | 'missed' | 'durationsNs' | 'walBytes' | 'updates' | 'hotUpdates' | 'error'
>

/** Takes on the write's role for all that follows on this connection. */
export const enterRole = ({ session }: Copy, role: string): Promise<void> =>
  session.script(`set role ${quoteIdentifier(role)}`)

/** A failed execution ends the visit. An execution that found no row is not kept: nothing was written. */
export async function visitWrite(
  copy: Copy,
  write: MeasuredWrite,
  statement: PreparedStatement,
  { round, firstRow, discard, keep }: VisitSize & { readonly round: number; readonly firstRow: number },
  counters: WriteCounters,
): Promise<Written> {
  await enterRole(copy, write.role)
  const counted = await counters.begin(copy, write, round)
  const durationsNs: number[] = []
  let [executions, rows, missed] = [0, 0, 0]
  let error: string | undefined
  let tenant: string | null = null
  for (let i = 0; i < discard + keep && error === undefined; i++) {
    const row = at(write.rows, firstRow + i)
    if (row.tenant !== null && row.tenant !== tenant) await enterTenant(copy, write, row.tenant)
    tenant = row.tenant
    try {
      const timing = await statement.bind(row.values).run()
      executions++
      rows += timing.rows
      if (timing.rows === 0) missed++
      else if (i >= discard) durationsNs.push(timing.durationNs)
    } catch (failure) {
      if (!(failure instanceof DatabaseError)) throw failure
      error = `${failure.code}: ${failure.message}`
    }
  }
  const written = { executions, rows, missed, durationsNs, ...(await counted(rows)) }
  return error === undefined ? written : { ...written, error }
}

const enterTenant = async (
  { session }: Copy,
  { tenantSetting }: MeasuredWrite,
  tenant: string,
): Promise<void> => {
  await session.query('select set_config($1, $2, false)', [tenantSetting, tenant])
}
