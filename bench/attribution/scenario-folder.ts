// The scenario chat with planted indexes and one query more, in a folder of its own.
import { appendFile, cp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PlantedIndex } from './planted-indexes.js'

const QUERY = `  - name: oldest
    title: Latest of the oldest messages
    role: service
`

// Ids grow with time, which the planner does not know: from the end of an index on created_at it expects ten of them soon.
const OLDEST =
  'SELECT id, created_at FROM messages WHERE id <= $1 ORDER BY created_at DESC, id DESC LIMIT 10\n'
const PARAMETERS = `SELECT cohort, tenant, true AS hit, (SELECT count(*) / 12 FROM messages) AS p1
FROM cohort_tenants ORDER BY cohort, tenant
`

export async function writeScenario(folder: string, planted: readonly PlantedIndex[]): Promise<void> {
  await cp('scenarios/chat', folder, { recursive: true })
  await appendFile(join(folder, 'scenario.yaml'), QUERY)
  await writeFile(join(folder, 'queries', 'oldest.sql'), OLDEST)
  await writeFile(join(folder, 'queries', 'oldest.parameters.sql'), PARAMETERS)
  const statements = planted.map(({ name, on }) => `CREATE INDEX ${name} ON ${on};\n`)
  await writeFile(join(folder, 'migrations', '900_planted.sql'), statements.join(''))
}
