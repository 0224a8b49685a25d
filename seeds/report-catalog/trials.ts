// Tables of the free trial: tokens, what was done with them, devices, cards and what looked like fraud.
import type { TableData } from '../../src/model/dataset.js'
import { boolean, integer, nullable, pooled, rowUuid, text, timestamptz, uuid } from '../lib/columns.js'
import { defineTable } from '../lib/define-table.js'
import { rowFraction } from '../lib/row-fraction.js'
import { tokenHash } from '../lib/token-hash.js'
import { DAY_MS, PERIOD } from './period.js'
import { reportId, userId, type ReportCatalogPlan } from './plan.js'

const USAGE_PURPOSE = 30
const PAYMENT_PURPOSE = 31

export function trialTables(plan: ReportCatalogPlan): readonly TableData[] {
  return [trialTokens(plan), fingerprints(plan), payments(plan), fraudFlags(plan), trialUsage(plan)]
}

const tokenId = (row: number): string => rowUuid('report-catalog/trial-tokens', row)
const fingerprintHash = (row: number): string => tokenHash('report-catalog/fingerprints', row)

/** One trial of 14 days for each user, in the order in which they came. */
function trialTokens({ seed, counts, clockOf }: ReportCatalogPlan): TableData {
  const clock = clockOf(counts.trialTokens)
  const expiresAt = (row: number): number => clock.timeOf(row) + 14 * DAY_MS
  return defineTable(seed, 'report-catalog', {
    table: 'free_trial_tokens',
    rows: counts.trialTokens,
    columns: {
      token_id: uuid(tokenId),
      user_id: uuid(userId),
      status: text((row, random) =>
        random.next() < 0.02
          ? 'revoked'
          : expiresAt(row) < PERIOD.end
            ? 'expired'
            : random.next() < 0.8
              ? 'active'
              : 'pending',
      ),
      activated_at: nullable(
        0.1,
        timestamptz((row) => clock.timeOf(row)),
      ),
      expires_at: timestamptz(expiresAt),
      reports_remaining: integer((_, random) => random.below(6)),
      created_at: timestamptz((row) => clock.timeOf(row)),
      updated_at: timestamptz((row) => clock.timeOf(row)),
    },
  })
}

function fingerprints({ seed, counts, clockOf }: ReportCatalogPlan): TableData {
  const clock = clockOf(counts.fingerprints)
  return defineTable(seed, 'report-catalog', {
    table: 'device_fingerprints',
    rows: counts.fingerprints,
    columns: {
      fingerprint_id: uuid((row) => rowUuid('report-catalog/fingerprint-ids', row)),
      user_id: nullable(0.05, uuid(userId)),
      fingerprint_hash: text(fingerprintHash),
      device_data: pooled('jsonb', [
        '{"os": "Windows", "browser": "Chrome"}',
        '{"os": "macOS", "browser": "Safari"}',
        '{"os": "iOS", "browser": "Safari"}',
        '{"os": "Android", "browser": "Chrome"}',
      ]),
      trial_count: integer((_, random) => (random.next() < 0.04 ? 2 + random.below(3) : 1)),
      first_seen_at: timestamptz((row) => clock.timeOf(row)),
      last_seen_at: timestamptz((row) => clock.timeOf(row)),
      is_blocked: boolean((_, random) => random.next() < 0.01),
    },
  })
}

function payments({ seed, counts, clockOf }: ReportCatalogPlan): TableData {
  const clock = clockOf(counts.payments)
  return defineTable(seed, 'report-catalog', {
    table: 'payment_verifications',
    rows: counts.payments,
    columns: {
      verification_id: uuid((row) => rowUuid('report-catalog/payments', row)),
      user_id: uuid((row) => userId(Math.floor(rowFraction(seed, PAYMENT_PURPOSE, row) * counts.users))),
      // Some cards come back under another name.
      card_fingerprint: text(
        (row) => `card_${rowUuid('report-catalog/cards', row - (row % 23 === 1 ? 1 : 0)).slice(0, 18)}`,
      ),
      card_last4: text((_, random) => String(random.below(10_000)).padStart(4, '0')),
      card_brand: pooled('text', ['visa', 'visa', 'mastercard', 'amex']),
      verification_status: pooled('text', [
        ...Array<string>(17).fill('success'),
        'failed',
        'failed',
        'pending',
      ]),
      amount_cents: pooled('integer', [100]),
      verification_date: timestamptz((row) => clock.timeOf(row)),
      reuse_count: pooled('integer', [0]),
    },
  })
}

function fraudFlags({ seed, counts, clockOf }: ReportCatalogPlan): TableData {
  const clock = clockOf(counts.fraudFlags)
  return defineTable(seed, 'report-catalog', {
    table: 'trial_fraud_flags',
    rows: counts.fraudFlags,
    columns: {
      flag_id: uuid((row) => rowUuid('report-catalog/flags', row)),
      user_id: nullable(
        0.1,
        uuid((row) => userId(row * 19)),
      ),
      fingerprint_hash: nullable(
        0.2,
        text((row) => fingerprintHash(row * 17)),
      ),
      ip_address: nullable(
        0.1,
        text((_, random) => ipAddress(random.below(4000))),
      ),
      flag_type: pooled('text', [
        'disposable_email',
        'disposable_email',
        'vpn_detected',
        'card_reuse',
        'device_reuse',
      ]),
      severity: pooled('text', ['low', 'low', 'low', 'medium', 'medium', 'high', 'critical']),
      fraud_score: integer((_, random) => random.below(101)),
      details: nullable(0.5, pooled('jsonb', ['{"source": "signup"}', '{"source": "login"}'])),
      created_at: timestamptz((row) => clock.timeOf(row)),
      resolved: boolean((_, random) => random.next() < 0.8),
    },
  })
}

function trialUsage({ seed, counts, clockOf }: ReportCatalogPlan): TableData {
  const clock = clockOf(counts.trialUsage)
  const tokenOf = (row: number): number =>
    Math.floor(rowFraction(seed, USAGE_PURPOSE, row) * counts.trialTokens)
  return defineTable(seed, 'report-catalog', {
    table: 'trial_usage',
    rows: counts.trialUsage,
    columns: {
      usage_id: uuid((row) => rowUuid('report-catalog/usage', row)),
      token_id: uuid((row) => tokenId(tokenOf(row))),
      user_id: uuid((row) => userId(tokenOf(row))),
      report_id: nullable(
        0.2,
        uuid((_, random) => reportId(random.below(counts.reports))),
      ),
      action_type: pooled('text', ['report_generated', 'report_generated', 'export_pdf', 'export_docx']),
      created_at: timestamptz((row) => clock.timeOf(row)),
      metadata: nullable(0.7, pooled('jsonb', ['{"via": "web"}', '{"via": "api"}'])),
    },
  })
}

/** One of so many addresses that people and bots come from. */
export const ipAddress = (place: number): string =>
  `10.${(place >> 8) % 256}.${place % 256}.${1 + (place % 250)}`
