// Tables of tokens: only hashes are stored; what has expired stays until somebody clears it away.
import type { TableData } from '../../src/model/dataset.js'
import { rowUuid, text, timestamptz, uuid } from '../lib/columns.js'
import { defineTable } from '../lib/define-table.js'
import { rowFraction } from '../lib/row-fraction.js'
import { tokenHash } from '../lib/token-hash.js'
import { DAY_MS, PERIOD } from './period.js'
import type { TenantAuthPlan } from './plan.js'
import { userId } from './users.js'

const HOUR_MS = DAY_MS / 24
const USER_PURPOSE = 10

interface TokenKind {
  readonly table: string
  readonly rows: number
  readonly validMs: number
  /** How far back the oldest token goes. */
  readonly keptMs: number
  /** 0: any user; towards 1: those who signed up last. */
  readonly recency: number
}

export function tokenTables(plan: TenantAuthPlan): readonly TableData[] {
  const { refreshTokens, emailTokens, passwordTokens } = plan.counts
  const kinds: readonly TokenKind[] = [
    { table: 'refresh_tokens', rows: refreshTokens, validMs: 30 * DAY_MS, keptMs: 75 * DAY_MS, recency: 0 },
    {
      table: 'email_verification_tokens',
      rows: emailTokens,
      validMs: DAY_MS,
      keptMs: 200 * DAY_MS,
      recency: 0.8,
    },
    {
      table: 'password_reset_tokens',
      rows: passwordTokens,
      validMs: HOUR_MS,
      keptMs: 400 * DAY_MS,
      recency: 0,
    },
  ]
  return kinds.map((kind) => tokenTable(plan, kind))
}

/** Rows in the order of their creation, some of them in the last seconds before the present. */
function tokenTable({ seed, counts }: TenantAuthPlan, kind: TokenKind): TableData {
  const createdAt = (row: number): number =>
    PERIOD.end - Math.floor(kind.keptMs * (1 - (row + rowFraction(seed, USER_PURPOSE + 1, row)) / kind.rows))
  const user = (row: number): number => {
    const point = rowFraction(seed, USER_PURPOSE, row)
    return Math.floor(counts.users * (kind.recency + (1 - kind.recency) * point))
  }
  return defineTable(seed, 'tenant-auth', {
    schema: 'shared',
    table: kind.table,
    rows: kind.rows,
    columns: {
      id: uuid((row) => rowUuid(`tenant-auth/${kind.table}`, row)),
      user_id: uuid((row) => userId(user(row))),
      token_hash: text((row) => tokenHash(`tenant-auth/${kind.table}`, row)),
      expires_at: timestamptz((row) => createdAt(row) + kind.validMs),
      created_at: timestamptz(createdAt),
    },
  })
}
