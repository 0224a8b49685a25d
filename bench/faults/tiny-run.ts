// The smallest run that goes through every phase.
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { CaseFolder } from './case-folder.js'

const FILES = {
  'scenario.yaml': `title: Latest messages
dataset: chat
role: app
queries:
  - name: timeline
    title: Latest messages of a tenant
`,
  'migrations/001_timeline.sql':
    'CREATE INDEX messages_timeline_idx ON messages (tenant_id, created_at DESC, id DESC);\n',
  'queries/timeline.sql': 'SELECT id, created_at FROM messages ORDER BY created_at DESC, id DESC LIMIT 20\n',
  'queries/timeline.parameters.sql':
    'SELECT cohort, tenant, true AS hit FROM cohort_tenants ORDER BY cohort, tenant\n',
}

/** Writes the scenario into the case's folder. */
export async function writeTinyScenario({ scenario }: CaseFolder): Promise<void> {
  for (const [file, text] of Object.entries(FILES)) {
    await mkdir(dirname(join(scenario, file)), { recursive: true })
    await writeFile(join(scenario, file), text)
  }
}

/** What Node is given to run it; `choice` names the server. */
export const tinyRun = (
  dist: string,
  { scenario, results }: CaseFolder,
  choice: readonly string[],
): readonly string[] => [
  program(dist),
  'run',
  '--fresh',
  scenario,
  '--scale=500',
  '--budget=300ms',
  `--out=${results}`,
  ...choice,
]

/** The same to go on with one; `reached` says again where the server is. */
export const resumedRun = (dist: string, run: string, reached: readonly string[]): readonly string[] => [
  program(dist),
  'run',
  '--fresh',
  '--resume',
  run,
  ...reached,
]

/** The same to remove what killed runs left. */
export const cleaning = (dist: string, choice: readonly string[]): readonly string[] => [
  program(dist),
  'clean',
  ...choice,
]

const program = (dist: string): string => join(dist, 'src/cli/main.js')
