// Which kind of plan really ran: the server counts them for each prepared statement.
import type { Pair } from '../model/comparison.js'
import type { PlanKinds } from '../model/evidence.js'
import { readCapabilities } from '../postgres/capabilities.js'
import { ARM_NAMES, type Arms } from './arms.js'
import type { PreparedQuery } from './prepared-query.js'

const COUNTERS = `
select custom_plans as custom, generic_plans as generic from pg_prepared_statements where name = $1`

/** One line per arm; none where the server does not tell. */
export async function readPlanKinds(
  { pair, arms }: { readonly pair: Pair; readonly arms: Arms },
  { query, statementNames }: PreparedQuery,
): Promise<readonly PlanKinds[]> {
  const lines: PlanKinds[] = []
  for (const arm of ARM_NAMES) {
    const { session } = arms[arm]
    if (!(await readCapabilities(session)).planCounters) continue
    const [row] = await session.query(COUNTERS, [statementNames[arm]])
    if (row === undefined) continue
    const [custom, generic] = [Number(row['custom']), Number(row['generic'])]
    lines.push({ type: 'plan-kinds', query: query.name, pair, arm, custom, generic })
  }
  return lines
}
