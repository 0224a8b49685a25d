// How many rows each table gets for a number of messages.

export interface Counts {
  readonly tenants: number
  readonly users: number
  readonly personalities: number
  readonly widgets: number
  readonly meetings: number
  readonly sessions: number
  readonly messages: number
  readonly documents: number
  readonly chunks: number
  readonly questions: number
  readonly costEvents: number
  readonly budgetAlerts: number
}

const FEWEST_TENANTS = 12

export function countRows(messages: number): Counts {
  const tenants = Math.max(FEWEST_TENANTS, Math.round(messages / 1000))
  const chunks = Math.max(40 * tenants, Math.round(messages / 10))
  return {
    tenants,
    users: Math.max(8 * tenants, Math.round(messages / 40)),
    personalities: 4 * tenants,
    widgets: 4 * tenants,
    meetings: Math.max(6 * tenants, Math.round(messages / 40)),
    sessions: Math.max(30 * tenants, Math.round(messages / 12)),
    messages,
    documents: Math.max(4 * tenants, Math.round(chunks / 12)),
    chunks,
    questions: 10 * tenants,
    costEvents: Math.max(40 * tenants, Math.round(messages / 2)),
    budgetAlerts: Math.max(10 * tenants, Math.round(messages / 30)),
  }
}
