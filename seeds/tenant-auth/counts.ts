// How many rows each table gets for a number of users.

export interface TenantAuthCounts {
  readonly tenants: number
  readonly users: number
  readonly userRoles: number
  readonly refreshTokens: number
  readonly emailTokens: number
  readonly passwordTokens: number
  readonly auditLogs: number
  readonly loginAttempts: number
  readonly notifications: number
}

export function tenantAuthCounts(users: number): TenantAuthCounts {
  return {
    tenants: Math.min(5000, Math.max(10, Math.round(users / 100))),
    users,
    userRoles: Math.round(users / 15),
    refreshTokens: 2 * users,
    emailTokens: Math.round(users / 5),
    passwordTokens: Math.round(users / 20),
    auditLogs: 2 * users,
    loginAttempts: Math.round(1.5 * users),
    notifications: Math.round(users / 2),
  }
}
