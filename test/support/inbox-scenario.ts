// A scenario on disk that is right in everything, for tests that make one thing wrong.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export const INBOX_FILES: Readonly<Record<string, string>> = {
  'scenario.yaml': `title: Inbox by date
dataset: chat
role: app
placeholders:
  lists: { rule: ivfflat-lists, table: embeddings }
  probes: { rule: ivfflat-probes, table: embeddings }
queries:
  - name: recent-messages
    title: The newest messages
    claim: 10-100x
  - name: similar-messages
    title: The nearest messages
    role: service
    settings: { ivfflat.probes: "\${probes}", work_mem: 64MB, jit: false, random_page_cost: 1.1 }
    recall: { k: 10, id: message_id, distance: distance }
  - name: add-message
    title: A new message
    claim: unchanged
`,
  'migrations/001_recent.sql': 'create index recent on messages (tenant_id, sent_at);\n',
  'migrations/002_nearest.sql':
    'create index nearest on embeddings using ivfflat (e vector_cosine_ops) with (lists = ${lists});\n',
  'queries/recent-messages.sql':
    'select * from messages where tenant_id = $1 and sent_at < $2 order by sent_at limit 20',
  'queries/recent-messages.parameters.sql':
    "select 'largest' as cohort, 1 as tenant, true as hit, 1 as p1, 2 as p2",
  'queries/similar-messages.sql':
    'select id, e <=> $1 as distance from embeddings order by e <=> $1 limit 10',
  'queries/similar-messages.parameters.sql': 'with a as (select 1) select * from a',
  'queries/add-message.sql': 'insert into messages (tenant_id) values ($1) returning id',
  'queries/add-message.parameters.sql': 'values (1)',
}

export type Changes = Readonly<Record<string, string | Uint8Array | null>>

/** Writes the scenario with these files replaced, or left out where null; gives its folder to `work`, then removes it. */
export async function withInboxScenario<T>(
  changes: Changes,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const parent = await mkdtemp(join(tmpdir(), 'indexproof-scenario-'))
  try {
    const folder = join(parent, 'scenarios', 'inbox')
    await writeFiles(folder, { ...INBOX_FILES, ...changes })
    return await work(folder)
  } finally {
    await rm(parent, { recursive: true, force: true })
  }
}

async function writeFiles(folder: string, files: Changes): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    if (content === null) continue
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), content)
  }
}
