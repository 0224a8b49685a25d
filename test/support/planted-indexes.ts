// A scenario on the dataset chat whose migration has one index of every kind there is a verdict for.
import { tinyScenario } from './tiny-scenario.js'

const PARAMETERS = 'SELECT cohort, tenant, true AS hit FROM cohort_tenants ORDER BY cohort, tenant\n'

/** What each index is for; the names say what must be found out of it. */
const MIGRATION = `
CREATE INDEX needed_idx ON messages (sender_id);
CREATE INDEX first_idx ON messages (tenant_id, created_at DESC, id DESC);
CREATE INDEX twin_idx ON messages (tenant_id, created_at DESC, id DESC);
CREATE INDEX whole_idx ON conversations (tenant_id, status, last_message_at DESC);
CREATE INDEX prefix_idx ON conversations (tenant_id, status);
CREATE INDEX useless_idx ON users (name);
CREATE INDEX harmful_idx ON messages (created_at);
CREATE INDEX foreign_idx ON messages (conversation_id, id);
`

const FILES = {
  'scenario.yaml': `title: One index of every kind
dataset: chat
role: service
queries:
  - { name: sender, title: Messages of a sender }
  - { name: timeline, title: Latest messages of a tenant, role: app }
  - { name: inbox, title: Open conversations }
  - { name: oldest, title: Latest of the oldest messages }
  - { name: delete-conversation, title: Delete a conversation, role: app }
`,
  'migrations/001_timeline.sql': MIGRATION,
  'queries/sender.sql': 'SELECT id, body FROM messages WHERE sender_id = $1 ORDER BY id\n',
  'queries/sender.parameters.sql': `SELECT cohort, tenant, true AS hit, (SELECT max(sender_id) FROM messages WHERE tenant_id = tenant) AS p1
FROM cohort_tenants ORDER BY cohort, tenant
`,
  'queries/timeline.parameters.sql': PARAMETERS,
  'queries/inbox.sql': `SELECT id FROM conversations WHERE tenant_id = current_setting('app.tenant_id')::int AND status = 'open' ORDER BY last_message_at DESC, id LIMIT 20\n`,
  'queries/inbox.parameters.sql': PARAMETERS,
  // Ids grow with time, which the planner does not know: by created_at from the end it expects to meet ten of them soon, and
  // reads nearly all rows to find the first.
  'queries/oldest.sql':
    'SELECT id, created_at FROM messages WHERE id <= $1 ORDER BY created_at DESC, id DESC LIMIT 10\n',
  'queries/oldest.parameters.sql': `SELECT cohort, tenant, true AS hit, (SELECT count(*) / 12 FROM messages) AS p1
FROM cohort_tenants ORDER BY cohort, tenant
`,
  'queries/delete-conversation.sql': 'DELETE FROM conversations WHERE id = $1 RETURNING id\n',
  'queries/delete-conversation.parameters.sql': `SELECT cohort, tenant, true AS hit, (SELECT min(id) FROM conversations WHERE tenant_id = tenant) AS p1
FROM cohort_tenants ORDER BY cohort, tenant
`,
  'queries/by-id.sql': null,
  'queries/by-id.parameters.sql': null,
} as const

export const plantedIndexes = (changes: Readonly<Record<string, string>> = {}): Promise<string> =>
  tinyScenario({ ...FILES, ...changes })
