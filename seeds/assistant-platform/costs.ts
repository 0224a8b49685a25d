// What assistants cost: an event for about every second message, summaries by day and month, and alerts when a budget runs
// out, of which the recent ones are unresolved.
import type { TableData } from '../../src/model/dataset.js'
import { boolean, date, integer, numeric, pooled, smallint, timestamptz, uuid } from '../lib/columns.js'
import { defineTable } from '../lib/define-table.js'
import { entry } from '../lib/pick.js'
import { steadyPower } from '../lib/power.js'
import { rowUniform } from '../lib/row-uniform.js'
import { idColumn, ownerColumn, tenantColumn } from './owned-columns.js'
import { DAY_MS, PERIOD } from './period.js'
import { idOf, type Plan } from './plan.js'

const SERVICES = ['llm', 'embeddings', 'speech_to_text', 'text_to_speech', 'livekit'] as const
/** Cumulated shares of the services. */
const SERVICE_SHARES = [0.6, 0.75, 0.87, 0.95, 1]
const MODELS = ['claude-3-5-sonnet', 'gpt-4o', 'gpt-4o-mini', 'voyage-3', 'nova-2', 'sonic', 'rooms'] as const
const MODELS_OF_SERVICE = [[0, 1, 2], [3], [4], [5], [6]] as const
const SEVERITIES = ['info', 'warning', 'critical'] as const
const THRESHOLDS = [50, 80, 100] as const
const MONTHS = 12
const DAYS = 90

export const costTables = (plan: Plan): TableData[] => [
  costEventsTable(plan),
  costSummariesTable(plan),
  budgetAlertsTable(plan),
]

function costEventsTable(plan: Plan): TableData {
  const { seed, counts, clock, sessions, sessionOf } = plan
  const messageOf = (row: number): number => Math.floor((row / counts.costEvents) * counts.messages)
  const sessionAt = (row: number): number => sessionOf[messageOf(row)] ?? 0
  const serviceOf = (row: number): number => {
    const point = rowUniform(seed, 8, row)
    return SERVICE_SHARES.findIndex((share) => point < share)
  }
  return defineTable(seed, 'assistant-platform', {
    table: 'cost_events',
    rows: counts.costEvents,
    columns: {
      id: idColumn('cost_events'),
      tenant_id: tenantColumn(plan, (row) => sessions.tenantOf[sessionAt(row)] ?? 0),
      // Embeddings are made of documents, not in a session.
      session_id: uuid((row) => (serviceOf(row) === 1 ? null : idOf('sessions', sessionAt(row)))),
      service: pooled('text', SERVICES, serviceOf),
      model: pooled('text', MODELS, (row, random) => {
        const models = entry(MODELS_OF_SERVICE, serviceOf(row))
        return entry(models, random.below(models.length))
      }),
      units: integer((_, random) => 20 + random.below(4000)),
      cost: numeric(6, (_, random) => 40 + Math.floor(60_000 * steadyPower(random.next(), 3))),
      timestamp: timestamptz((row) => clock.timeOf(messageOf(row))),
    },
  })
}

/** A job writes them for all tenants when a day or a month is over. */
function costSummariesTable(plan: Plan): TableData {
  const { seed, counts, tenants } = plan
  const tenantOf = (row: number): number => row % counts.tenants
  const isMonth = (row: number): boolean => row < MONTHS * counts.tenants
  const periodOf = (row: number): number => Math.floor(row / counts.tenants)
  const shareOf = (row: number): number => 1 / (1 + entry(tenants.rankOf, tenantOf(row)))
  return defineTable(seed, 'assistant-platform', {
    table: 'cost_summaries',
    rows: (MONTHS + DAYS) * counts.tenants,
    columns: {
      id: idColumn('cost_summaries'),
      tenant_id: tenantColumn(plan, tenantOf),
      period_type: pooled('text', ['month', 'day'], (row) => (isMonth(row) ? 0 : 1)),
      period_start: date((row) =>
        isMonth(row)
          ? Date.UTC(2024, periodOf(row), 1)
          : PERIOD.end - (DAYS + MONTHS - periodOf(row)) * DAY_MS,
      ),
      events: integer((row, random) =>
        Math.floor((isMonth(row) ? 30 : 1) * 900 * shareOf(row) * random.next()),
      ),
      total_cost: numeric(2, (row, random) =>
        Math.floor((isMonth(row) ? 30 : 1) * 40_000 * shareOf(row) * random.next()),
      ),
    },
  })
}

function budgetAlertsTable(plan: Plan): TableData {
  const { seed, counts, clock, alerts } = plan
  // Half are notes, a third are warnings, the rest is critical.
  const severityOf = (row: number): number => {
    const point = rowUniform(seed, 9, row)
    return point < 0.55 ? 0 : point < 0.88 ? 1 : 2
  }
  const messages = SEVERITIES.map(
    (severity, i) => `${severity}: ${entry(THRESHOLDS, i)} % of the budget is spent`,
  )
  return defineTable(seed, 'assistant-platform', {
    table: 'budget_alerts',
    rows: counts.budgetAlerts,
    columns: {
      id: idColumn('budget_alerts'),
      tenant_id: ownerColumn(plan, alerts),
      severity: pooled('text', SEVERITIES, severityOf),
      threshold_percent: smallint((row) => entry(THRESHOLDS, severityOf(row))),
      spent: numeric(2, (_, random) => 1000 + random.below(900_000)),
      message: pooled('text', messages, severityOf),
      // What was long ago is resolved; the nearer, the more is open.
      resolved: boolean(
        (row, random) => random.next() > 0.6 * steadyPower(row / counts.budgetAlerts, 6) + 0.01,
      ),
      triggered_at: timestamptz((row) => clock.timeAt(row / counts.budgetAlerts)),
    },
  })
}
