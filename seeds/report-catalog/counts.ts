// How many rows each table gets for a number of reports.

export interface ReportCatalogCounts {
  readonly reports: number
  readonly users: number
  readonly organizations: number
  readonly members: number
  readonly integrations: number
  readonly customers: number
  readonly jobs: number
  readonly invoices: number
  readonly syncLogs: number
  readonly trialTokens: number
  readonly fingerprints: number
  readonly payments: number
  readonly sessions: number
  readonly fraudFlags: number
  readonly trialUsage: number
  readonly subscriptions: number
  readonly history: number
  readonly authAttempts: number
}

export function reportCatalogCounts(reports: number): ReportCatalogCounts {
  const users = Math.max(60, Math.round(reports / 10))
  const organizations = Math.max(12, Math.round(reports / 200))
  const subscriptions = Math.round(users / 3)
  return {
    reports,
    users,
    organizations,
    members: Math.round(users * 0.8),
    integrations: Math.round(organizations * 0.8),
    customers: Math.round(reports / 8),
    jobs: Math.round(reports / 4),
    invoices: Math.round(reports / 6),
    syncLogs: Math.round(reports / 2),
    trialTokens: users,
    fingerprints: Math.round(users * 0.9),
    payments: Math.round(users * 0.4),
    sessions: 3 * users,
    fraudFlags: Math.round(users / 20),
    trialUsage: 3 * users,
    subscriptions,
    history: 2 * subscriptions,
    authAttempts: 3 * users,
  }
}
