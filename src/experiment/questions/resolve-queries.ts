// The scenario's queries made runnable on this database: roles, settings and parameter rows filled in.
import { usageError } from '../../model/errors.js'
import { closest } from '../../model/closest.js'
import { PLAN_CACHE_MODE, planModeOf } from '../../model/plan-mode.js'
import type { Query, Scenario } from '../../model/scenario.js'
import type { MeasuredQuery } from '../../measure/measured-query.js'
import { drawParameters } from '../../measure/parameters/draw-parameters.js'
import type { Session } from '../../postgres/session.js'
import { fillPlaceholders } from '../../postgres/sql/fill-placeholders.js'
import type { SeededDatabase } from '../database/seed-database.js'

/** Measured queries in the scenario's order. */
export async function resolveQueries(
  session: Session,
  scenario: Scenario,
  database: SeededDatabase,
  tenantSetting: string,
): Promise<readonly MeasuredQuery[]> {
  const resolved: MeasuredQuery[] = []
  for (const query of scenario.queries) {
    resolved.push({
      name: query.name,
      sql: fillPlaceholders(query.sql, database.placeholders).text,
      writes: query.writes,
      role: roleOf('Query', query, database),
      settings: { ...settingsOf(scenario, query, database), ...planSetting(query) },
      planMode: planModeOf(query.plan),
      rows: await drawParameters(session, query, fillPlaceholders(query.parameters, database.placeholders)),
      tenantSetting,
    })
  }
  return resolved
}

/** The role in this cluster. Throws a usage error where the dataset has none of that name. */
export function roleOf(
  what: 'Query' | 'Write',
  query: Pick<Query, 'name' | 'role'>,
  { roles, dataset }: SeededDatabase,
): string {
  const role = Object.hasOwn(roles, query.role) ? roles[query.role] : undefined
  if (role !== undefined) return role
  const suggestion = closest(query.role, Object.keys(roles))
  throw usageError(
    `${what} "${query.name}" names role "${query.role}", which dataset "${dataset.name}" does not have`,
    {
      hint:
        suggestion === undefined
          ? `It has ${Object.keys(roles).join(', ')}`
          : `Did you mean "${suggestion}"?`,
    },
  )
}

/** Custom plans are what every session of a run makes. */
function planSetting({ plan }: Query): Record<string, string> {
  const mode = planModeOf(plan)
  return mode === 'custom' ? {} : { plan_cache_mode: PLAN_CACHE_MODE[mode] }
}

const settingsOf = (scenario: Scenario, query: Query, database: SeededDatabase): Record<string, string> =>
  Object.fromEntries(
    Object.entries(query.settings).map(([name, value]) => {
      const source = { path: `${scenario.name}/scenario.yaml (settings of ${query.name})`, text: value }
      return [name, fillPlaceholders(source, database.placeholders).text]
    }),
  )
