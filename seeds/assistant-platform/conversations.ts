// Where assistants are talked to: personalities, widgets, meetings, sessions and their messages.
import type { ColumnSource, TableData } from '../../src/model/dataset.js'
import { boolean, integer, nullable, pooled, text, timestamptz, uuid } from '../lib/columns.js'
import { defineTable } from '../lib/define-table.js'
import { hashInteger } from '../lib/hash-integer.js'
import { rowUniform } from '../lib/row-uniform.js'
import { idColumn, memberOf, ownerColumn } from './owned-columns.js'
import { DAY_MS, PERIOD } from './period.js'
import { idOf, type Plan } from './plan.js'

const MODELS = ['claude-3-5-sonnet', 'gpt-4o', 'gpt-4o-mini'] as const
const PERSONALITIES = ['Concierge', 'Sales', 'Support', 'Note taker', 'Onboarding', 'Recruiter'] as const
const PAGES = ['Home page', 'Shop', 'Help centre', 'Careers', 'Intranet'] as const
const THEMES = ['light', 'dark'].flatMap((mode) =>
  ['#0f62fe', '#24a148', '#da1e28'].map((colour) => JSON.stringify({ mode, colour, corner: 'right' })),
)
const CHANNELS = ['widget', 'meeting', 'dashboard'] as const
/** Of four sessions in five an end is known. */
const OPEN = 0.2

export const conversationTables = (plan: Plan): TableData[] => [
  personalitiesTable(plan),
  widgetsTable(plan),
  meetingsTable(plan),
  sessionsTable(plan),
  messagesTable(plan),
]

function personalitiesTable(plan: Plan): TableData {
  const { seed, counts, tenants } = plan
  return defineTable(seed, 'assistant-platform', {
    table: 'ai_personalities',
    rows: counts.personalities,
    columns: {
      id: idColumn('personalities'),
      tenant_id: ownerColumn(plan, plan.personalities),
      name: pooled('text', PERSONALITIES),
      model: pooled('text', MODELS),
      system_prompt: text(
        (row) => `You are a friendly assistant (${row + 1}). Answer from the documents only.`,
      ),
      is_default: boolean((row) => row < tenants.count),
      created_at: earlier(),
    },
  })
}

function widgetsTable(plan: Plan): TableData {
  const { seed, counts, widgets } = plan
  return defineTable(seed, 'assistant-platform', {
    table: 'widgets',
    rows: counts.widgets,
    columns: {
      id: idColumn('widgets'),
      tenant_id: ownerColumn(plan, widgets),
      name: pooled('text', PAGES),
      domain: text((row) => `page${row + 1}.tenant${(widgets.tenantOf[row] ?? 0) + 1}.example`),
      theme: pooled('jsonb', THEMES),
      is_active: boolean((_, random) => random.next() < 0.7),
      created_at: earlier(),
    },
  })
}

function meetingsTable(plan: Plan): TableData {
  const { seed, counts, clock, meetings, users, texts } = plan
  const startOf = (row: number): number => clock.timeAt(row / counts.meetings)
  return defineTable(seed, 'assistant-platform', {
    table: 'meetings',
    rows: counts.meetings,
    columns: {
      id: idColumn('meetings'),
      tenant_id: ownerColumn(plan, meetings),
      created_by: uuid((row) =>
        idOf('users', memberOf(users.ofTenant, meetings.tenantOf[row] ?? 0, seed, row)),
      ),
      title: pooled('text', texts.meetingTitles),
      room_name: text((row) => `room-${idOf('rooms', row).slice(0, 18)}`),
      // LiveKit gives a room its id when somebody enters.
      livekit_room_id: nullable(
        0.1,
        text((row) => `RM_${hashInteger(seed + 1, row).toString(36)}${row.toString(36)}`),
      ),
      started_at: timestamptz(startOf),
      ended_at: nullable(
        0.05,
        timestamptz((row, random) => startOf(row) + 300_000 + random.below(5_400_000)),
      ),
    },
  })
}

function sessionsTable(plan: Plan): TableData {
  const { seed, counts, sessions, widgets, meetings, personalities } = plan
  const tenantOf = (row: number): number => sessions.tenantOf[row] ?? 0
  // Of ten sessions seven are on a page, two in a meeting and one in the dashboard.
  const channelOf = (row: number): number => {
    const point = rowUniform(seed, 5, row)
    return point < 0.7 ? 0 : point < 0.9 ? 1 : 2
  }
  const within = (channel: number, table: string, { ofTenant }: Plan['widgets']): ColumnSource =>
    uuid((row) =>
      channelOf(row) === channel ? idOf(table, memberOf(ofTenant, tenantOf(row), seed + 2, row)) : null,
    )
  return defineTable(seed, 'assistant-platform', {
    table: 'sessions',
    rows: counts.sessions,
    columns: {
      id: idColumn('sessions'),
      tenant_id: ownerColumn(plan, sessions),
      widget_id: within(0, 'widgets', widgets),
      meeting_id: within(1, 'meetings', meetings),
      personality_id: uuid((row) =>
        idOf('personalities', memberOf(personalities.ofTenant, tenantOf(row), seed + 3, row)),
      ),
      channel: pooled('text', CHANNELS, channelOf),
      visitor: nullable(
        0.5,
        text((_, random) => `visitor-${random.below(counts.sessions).toString(36)}`),
      ),
      started_at: timestamptz((row) => startedAt(plan, row)),
      ended_at: nullable(
        OPEN,
        timestamptz((row, random) => startedAt(plan, row) + 60_000 + random.below(3_600_000)),
      ),
    },
  })
}

/** Before its first message, whatever the jitter of that. */
const startedAt = ({ clock, counts }: Plan, session: number): number =>
  clock.timeAt(session / counts.sessions) - clock.jitterMs

function messagesTable({ seed, counts, clock, sessionOf, texts }: Plan): TableData {
  const { questions, answers, notes } = texts
  const contents = [...questions, ...answers, ...notes]
  // Each question has its answer; notes are few.
  const roleOf = (row: number): number => {
    const point = rowUniform(seed, 6, row)
    return point < 0.48 ? 0 : point < 0.96 ? 1 : 2
  }
  const firstOf = [0, questions.length, questions.length + answers.length]
  const poolSizes = [questions.length, answers.length, notes.length]
  return defineTable(seed, 'assistant-platform', {
    table: 'messages',
    rows: counts.messages,
    columns: {
      id: idColumn('messages'),
      session_id: uuid((row) => idOf('sessions', sessionOf[row] ?? 0)),
      role: pooled('text', ['user', 'assistant', 'system'], roleOf),
      content: pooled('text', contents, (row, random) => {
        const role = roleOf(row)
        return (firstOf[role] ?? 0) + random.below(poolSizes[role] ?? 1)
      }),
      tokens: integer((row, random) => 4 + random.below(roleOf(row) === 1 ? 300 : 40)),
      timestamp: timestamptz((row) => clock.timeOf(row)),
    },
  })
}

/** Some time in the two months before the period. */
const earlier = (): ColumnSource => timestamptz((_, random) => PERIOD.start - random.below(60 * DAY_MS))
