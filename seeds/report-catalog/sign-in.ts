// Tables login_sessions and auth_attempts: few addresses make many attempts.
import type { TableData } from '../../src/model/dataset.js'
import { boolean, nullable, pooled, rowUuid, text, timestamptz, uuid, integer } from '../lib/columns.js'
import { defineTable } from '../lib/define-table.js'
import { rowFraction } from '../lib/row-fraction.js'
import { tokenHash } from '../lib/token-hash.js'
import { DAY_MS, PERIOD } from './period.js'
import { userId, type ReportCatalogPlan } from './plan.js'
import { ipAddress } from './trials.js'

const SESSION_PURPOSE = 40
const ADDRESSES = 20_000
const AGENTS = [
  'Mozilla/5.0 (Windows NT 10.0) Chrome/129.0',
  'Mozilla/5.0 (Macintosh) Safari/17.6',
  'Mozilla/5.0 (iPhone) Safari/17.5',
  'Mozilla/5.0 (Linux; Android 14) Chrome/128.0',
]

export function signInTables(plan: ReportCatalogPlan): readonly TableData[] {
  return [loginSessions(plan), authAttempts(plan)]
}

function loginSessions({ seed, counts, clockOf }: ReportCatalogPlan): TableData {
  const clock = clockOf(counts.sessions)
  const expiresAt = (row: number): number => clock.timeOf(row) + 7 * DAY_MS
  return defineTable(seed, 'report-catalog', {
    table: 'login_sessions',
    rows: counts.sessions,
    columns: {
      session_id: uuid((row) => rowUuid('report-catalog/sessions', row)),
      user_id: uuid((row) => userId(Math.floor(rowFraction(seed, SESSION_PURPOSE, row) * counts.users))),
      ip_address: nullable(
        0.02,
        text((_, random) => ipAddress(random.below(ADDRESSES))),
      ),
      country: pooled('text', ['Australia', 'Australia', 'Australia', 'New Zealand']),
      region: nullable(0.3, pooled('text', ['NSW', 'VIC', 'QLD', 'WA'])),
      city: nullable(0.3, pooled('text', ['Sydney', 'Melbourne', 'Brisbane', 'Perth'])),
      timezone: pooled('text', ['Australia/Sydney', 'Australia/Brisbane', 'Australia/Perth']),
      user_agent: pooled('text', AGENTS),
      session_token: nullable(
        0.01,
        text((row) => tokenHash('report-catalog/session-tokens', row)),
      ),
      created_at: timestamptz((row) => clock.timeOf(row)),
      expires_at: timestamptz(expiresAt),
      last_activity_at: timestamptz((row) => clock.timeOf(row)),
      is_active: boolean((row, random) => expiresAt(row) > PERIOD.end && random.next() < 0.7),
    },
  })
}

function authAttempts({ seed, counts, clockOf }: ReportCatalogPlan): TableData {
  const clock = clockOf(counts.authAttempts)
  return defineTable(seed, 'report-catalog', {
    table: 'auth_attempts',
    rows: counts.authAttempts,
    columns: {
      attempt_id: uuid((row) => rowUuid('report-catalog/attempts', row)),
      user_email: nullable(
        0.1,
        text((_, random) => `person${random.below(counts.users)}@restorer.example`),
      ),
      // The square of a uniform: a few addresses come again and again.
      ip_address: text((_, random) => ipAddress(Math.floor(ADDRESSES * random.next() * random.next()))),
      user_agent: pooled('text', AGENTS),
      oauth_error_code: nullable(0.9, pooled('text', ['access_denied', 'invalid_grant', 'popup_closed'])),
      success: boolean((_, random) => random.next() < 0.88),
      retry_count: integer((_, random) => (random.next() < 0.1 ? 1 + random.below(4) : 0)),
      attempted_at: timestamptz((row) => clock.timeOf(row)),
    },
  })
}
