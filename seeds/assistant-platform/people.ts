// Users, and the tables that Auth.js keeps of them: most have linked an account, everybody has signed in more than once,
// and a few sign-ins and links have expired.
import type { TableData } from '../../src/model/dataset.js'
import { integer, nullable, pooled, text, timestamptz, uuid } from '../lib/columns.js'
import { defineTable } from '../lib/define-table.js'
import { hashInteger } from '../lib/hash-integer.js'
import { entry } from '../lib/pick.js'
import { rowUniform } from '../lib/row-uniform.js'
import { idColumn, ownerColumn } from './owned-columns.js'
import { DAY_MS, PERIOD } from './period.js'
import { idOf, type Plan } from './plan.js'

const ROLES = ['owner', 'admin', 'member'] as const
const PROVIDERS = ['google', 'microsoft-entra-id', 'github'] as const
const SCOPES = ['openid email profile', 'openid email profile offline_access', 'read:user user:email']
/** A sign-in is valid for so long; cleaned up are those that ran out before yesterday. */
const SIGN_IN_DAYS = 30
const SIGN_INS_OF_USER = 2
const LINK_DAYS = 1
/** The first users were there before the period. */
const JOINED_DAYS = 50

export const peopleTables = (plan: Plan): TableData[] => [
  usersTable(plan),
  accountsTable(plan),
  authSessionsTable(plan),
  verificationTokensTable(plan),
]

function usersTable(plan: Plan): TableData {
  const { seed, counts, users, tenants } = plan
  return defineTable(seed, 'assistant-platform', {
    table: 'users',
    rows: counts.users,
    columns: {
      id: idColumn('users'),
      tenant_id: ownerColumn(plan, users),
      email: text((row) => emailOf(plan, row)),
      name: text((row) => `${firstNameOf(plan, row)} ${lastNameOf(plan, row)}`),
      role: pooled('text', ROLES, (row, random) => {
        if (row < tenants.count) return 0
        return random.next() < 0.08 ? 1 : 2
      }),
      email_verified: nullable(
        0.1,
        timestamptz((row, random) => joinedAt(plan, row) + random.below(DAY_MS)),
      ),
      image: nullable(
        0.4,
        text((row) => `https://avatars.example/${hashInteger(seed, row).toString(16)}.png`),
      ),
      created_at: timestamptz((row) => joinedAt(plan, row)),
    },
  })

  function joinedAt({ clock }: Plan, row: number): number {
    return clock.timeAt(row / counts.users) - JOINED_DAYS * DAY_MS
  }
}

function accountsTable({ seed, counts }: Plan): TableData {
  const providerOf = (row: number): number => Math.floor(rowUniform(seed, 2, row) * PROVIDERS.length)
  return defineTable(seed, 'assistant-platform', {
    table: 'accounts',
    // Three users of four have an account elsewhere, a quarter of those a second one.
    rows: Math.floor(counts.users * 0.95),
    columns: {
      user_id: uuid((row) => idOf('users', Math.floor((row * 4) / 5))),
      type: pooled('text', ['oidc', 'oauth'], (row) => (providerOf(row) === 2 ? 1 : 0)),
      provider: pooled('text', PROVIDERS, providerOf),
      provider_account_id: text((row) => digits(hashInteger(seed, row)) + String(row)),
      access_token: nullable(
        0.2,
        text((_, random) => `ya29.${token(random.below(0x1_0000_0000))}`),
      ),
      scope: pooled('text', SCOPES, providerOf),
      expires_at: nullable(
        0.2,
        integer((_, random) => Math.floor(PERIOD.end / 1000) + random.below(3600)),
      ),
    },
  })
}

function authSessionsTable({ seed, counts }: Plan): TableData {
  return defineTable(seed, 'assistant-platform', {
    table: 'auth_sessions',
    rows: counts.users * SIGN_INS_OF_USER,
    columns: {
      session_token: text((row) => tokenOf(seed, 'auth_sessions', row)),
      user_id: uuid((_, random) => idOf('users', random.below(counts.users))),
      expires: timestamptz(
        (_, random) => PERIOD.end + Math.floor((random.next() * (SIGN_IN_DAYS + 1) - 1) * DAY_MS),
      ),
    },
  })
}

function verificationTokensTable(plan: Plan): TableData {
  const { seed, counts } = plan
  return defineTable(seed, 'assistant-platform', {
    table: 'verification_tokens',
    rows: Math.floor(counts.users / 4),
    columns: {
      identifier: text((_, random) => emailOf(plan, random.below(counts.users))),
      token: text((row) => tokenOf(seed, 'verification_tokens', row)),
      expires: timestamptz(
        (_, random) => PERIOD.end + Math.floor((random.next() * 2 - 1) * LINK_DAYS * DAY_MS),
      ),
    },
  })
}

const firstNameOf = ({ seed, texts }: Plan, row: number): string =>
  entry(texts.firstNames, Math.floor(rowUniform(seed, 3, row) * texts.firstNames.length))
const lastNameOf = ({ seed, texts }: Plan, row: number): string =>
  entry(texts.lastNames, Math.floor(rowUniform(seed, 4, row) * texts.lastNames.length))

/** Two people of one name have two addresses. */
function emailOf(plan: Plan, row: number): string {
  const mailbox = `${firstNameOf(plan, row)}.${lastNameOf(plan, row)}`.toLowerCase().replace(/[^a-z.]+/g, '')
  return `${mailbox}${row + 1}@tenant${(plan.users.tenantOf[row] ?? 0) + 1}.example`
}

/** As random as Auth.js makes them, and no two alike: the row's id is in it. */
const tokenOf = (seed: number, table: string, row: number): string =>
  token(hashInteger(seed, row)) + idOf(table, row).replaceAll('-', '')

const token = (bits: number): string => bits.toString(36).padStart(7, '0')
const digits = (bits: number): string => bits.toString().padStart(10, '1')
