// A small scenario on the dataset chat, written into a folder of the test: two queries with one index between them.
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { temporaryFolder } from './temporary-folder.js'

const FILES = {
  'scenario.yaml': `title: Timeline and lookup
dataset: chat
role: app
queries:
  - name: timeline
    title: Latest messages of a tenant
    claim: '>=2x'
  - name: by-id
    title: A message by its key
`,
  'migrations/001_timeline.sql':
    'CREATE INDEX messages_timeline_idx ON messages (tenant_id, created_at DESC, id DESC);\n',
  'queries/timeline.sql': 'SELECT id, created_at FROM messages ORDER BY created_at DESC, id DESC LIMIT 20\n',
  'queries/timeline.parameters.sql':
    'SELECT cohort, tenant, true AS hit FROM cohort_tenants ORDER BY cohort, tenant\n',
  'queries/by-id.sql': 'SELECT id, body FROM messages WHERE id = $1\n',
  'queries/by-id.parameters.sql': `SELECT cohort, tenant, true AS hit, (SELECT min(id) FROM messages WHERE tenant_id = tenant) AS p1
FROM cohort_tenants ORDER BY cohort, tenant
`,
} as const

type File = keyof typeof FILES

/** Writes the scenario with some files changed, left out (null) or added; returns its folder. */
export async function tinyScenario(changes: Readonly<Record<string, string | null>> = {}): Promise<string> {
  const folder = await temporaryFolder()
  for (const [file, text] of Object.entries({ ...FILES, ...changes })) {
    if (text === null) continue
    const path = join(folder, file)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, text)
  }
  return folder
}

/** A file of the scenario as it is, to be changed. */
export const tinyScenarioFile = (file: File): string => FILES[file]
