// A folder to a Scenario: everything that can be known without a database is checked here, at once.
import { basename, join, resolve } from 'node:path'
import { usageError } from '../model/errors.js'
import type { PlaceholderRule, Scenario, SourceText } from '../model/scenario.js'
import { checkClaimedPairs } from './check-claimed-pairs.js'
import { checkFreeStatements } from './check-free-statements.js'
import { checkMigrations } from './check-migrations.js'
import { displayPath } from './display-path.js'
import { hashSources } from './hash-sources.js'
import { loadCheck, loadFail } from './load-checks.js'
import { loadMigrations } from './load-migrations.js'
import { loadQuery } from './load-query.js'
import { loadSqlFiles } from './load-sql-files.js'
import { loadWrite } from './load-write.js'
import { parseDefinition } from './parse-definition.js'
import { readSource, YAML_LIMIT_BYTES } from './read-source.js'

export const DEFINITION_FILE = 'scenario.yaml'

/**
 * Reads and checks the scenario of a folder. Its SQL keeps its placeholders.
 * Throws at the first problem, a usage error or for what must not run a refused one: file, line and column, a frame,
 * and what to write instead.
 */
export async function loadScenario(folder: string): Promise<Scenario> {
  const source = await readDefinition(folder)
  const { definition, yaml } = parseDefinition(source)
  const placeholders: Readonly<Record<string, PlaceholderRule>> = definition.placeholders ?? {}
  const names = Object.keys(placeholders)
  const { files: prepare } = await loadSqlFiles(folder, 'prepare')
  await checkFreeStatements(prepare, names, 'prepare/')
  const migrations = await loadMigrations(folder)
  if (definition.arms === 'clones') await checkFreeStatements(migrations, names, 'a migration')
  else await checkMigrations(migrations, names)
  const queries = []
  for (const [i, query] of definition.queries.entries()) {
    const place = { yaml, path: ['queries', i] }
    const surroundings = { role: definition.role, modes: definition, placeholders: names, place }
    queries.push(await loadQuery(folder, query, surroundings))
  }
  const claims = (definition.claims ?? []).map((claim) => ({
    ...claim,
    says: claim.says ?? null,
    pair: claim.pair ?? 'main',
  }))
  checkClaimedPairs(yaml, claims, queries)
  const writes = []
  for (const [i, write] of (definition.writes ?? []).entries()) {
    const place = { yaml, path: ['writes', i] }
    writes.push(await loadWrite(folder, write, { role: definition.role, placeholders: names, place }))
  }
  const checks = []
  for (const [i, check] of (definition.checks ?? []).entries()) {
    checks.push(await loadCheck(folder, check, names, { yaml, path: ['checks', i] }))
  }
  const fails = []
  for (const [i, fail] of (definition.fails ?? []).entries()) {
    fails.push(await loadFail(folder, fail, names, { yaml, path: ['fails', i] }))
  }
  const pairs = [...queries, ...writes].flatMap(({ sql, parameters }) => [sql, parameters])
  const singles = [...checks, ...fails].map(({ sql }) => sql)
  const files = [source, ...prepare, ...migrations, ...pairs, ...singles]
  return {
    name: basename(resolve(folder)),
    title: definition.title,
    folder,
    dataset: definition.dataset,
    role: definition.role,
    armKind: definition.arms ?? 'transactions',
    hash: hashSources(displayPath(folder), files),
    placeholders,
    prepare,
    migrations,
    queries,
    claims,
    checks,
    fails,
    writes,
    without: [],
    leftOut: { tables: [], queries: [], writes: [], claims: [], checks: [], fails: [], statements: [] },
  }
}

async function readDefinition(folder: string): Promise<SourceText> {
  const source = await readSource(join(folder, DEFINITION_FILE), folder, YAML_LIMIT_BYTES)
  if (source !== undefined) return source
  throw usageError(`No ${DEFINITION_FILE} in ${displayPath(folder)}`, {
    hint: 'A scenario is a folder with scenario.yaml, migrations/*.sql and queries/*.sql',
  })
}
