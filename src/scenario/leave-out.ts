// A scenario without what needs an extension that a server lacks. Nothing goes silently: what is left out is listed in
// the scenario, and from there in every result.
import type { ExtensionName } from '../model/dataset.js'
import { usageError } from '../model/errors.js'
import type {
  ExpectedFailure,
  GroupClaim,
  Query,
  Scenario,
  ScenarioCheck,
  SourceText,
  Write,
} from '../model/scenario.js'
import { leaveOutStatements } from './leave-out-statements.js'
import { lacks, settingLacks, usesPlaceholder, type Lacking } from './lacking.js'
import { parseFile } from './parse-file.js'

/**
 * `tables`: those of the dataset that are not there without the extensions.
 * Throws a usage error at a statement that also names what stays, and where nothing would be left to compare.
 */
export async function leaveOut(
  scenario: Scenario,
  without: readonly ExtensionName[],
  tables: readonly string[],
): Promise<Scenario> {
  if (without.length === 0) return scenario
  const declared = Object.keys(scenario.placeholders)
  const [gone, kept] = splitPlaceholders(scenario, new Set(tables))
  const lacking = { relations: new Set(tables), placeholders: Object.keys(gone) }
  const prepared = await leaveOutStatements(scenario.prepare, declared, lacking)
  const migrated = await leaveOutStatements(scenario.migrations, declared, lacking)
  const goes = await Promise.all(scenario.queries.map((query) => queryLacks(query, declared, lacking)))
  const queries = scenario.queries.filter((_, i) => goes[i] !== true)
  const lost = await Promise.all(scenario.writes.map((write) => filesLack(write, declared, lacking)))
  const goneQueries = scenario.queries.filter((_, i) => goes[i] === true).map(({ name }) => name)
  const losesMember = (claim: GroupClaim): boolean => claim.queries.some((name) => goneQueries.includes(name))
  const [checks, goneChecks] = await divide(scenario.checks, declared, lacking)
  const [fails, goneFails] = await divide(scenario.fails, declared, lacking)
  const reduced = {
    ...scenario,
    without,
    placeholders: kept,
    prepare: prepared.files,
    migrations: migrated.files,
    queries,
    claims: scenario.claims.filter((claim) => !losesMember(claim)),
    checks,
    fails,
    writes: scenario.writes.filter((_, i) => lost[i] !== true),
    leftOut: {
      tables: [...tables],
      queries: goneQueries,
      writes: scenario.writes.filter((_, i) => lost[i] === true).map(({ name }) => name),
      claims: scenario.claims.filter(losesMember).map(({ name }) => name),
      checks: goneChecks,
      fails: goneFails,
      statements: [...prepared.statements, ...migrated.statements],
    },
  }
  if (queries.length === 0) throw nothingLeft(reduced, 'query')
  if (scenario.armKind === 'clones') {
    if (migrated.statementsLeft === 0) throw nothingLeft(reduced, 'statement of the migration')
  } else if (migrated.indexesLeft === 0) throw nothingLeft(reduced, 'CREATE INDEX')
  return reduced
}

function splitPlaceholders(
  { placeholders }: Scenario,
  tables: ReadonlySet<string>,
): readonly [gone: Scenario['placeholders'], kept: Scenario['placeholders']] {
  const entries = Object.entries(placeholders)
  return [
    Object.fromEntries(entries.filter(([, { table }]) => tables.has(table))),
    Object.fromEntries(entries.filter(([, { table }]) => !tables.has(table))),
  ]
}

async function queryLacks(query: Query, declared: readonly string[], lacking: Lacking): Promise<boolean> {
  if (Object.entries(query.settings).some(([name, value]) => settingLacks(name, value, lacking))) return true
  return filesLack(query, declared, lacking)
}

async function divide<T extends ScenarioCheck | ExpectedFailure>(
  items: readonly T[],
  declared: readonly string[],
  lacking: Lacking,
): Promise<readonly [kept: readonly T[], gone: string[]]> {
  const goes = await Promise.all(items.map(({ sql }) => fileLacks(sql, declared, lacking)))
  return [
    items.filter((_, i) => goes[i] !== true),
    items.filter((_, i) => goes[i] === true).map(({ name }) => name),
  ]
}

async function filesLack(
  { sql, parameters }: Query | Write,
  declared: readonly string[],
  lacking: Lacking,
): Promise<boolean> {
  return (await fileLacks(sql, declared, lacking)) || fileLacks(parameters, declared, lacking)
}

async function fileLacks(file: SourceText, declared: readonly string[], lacking: Lacking): Promise<boolean> {
  if (usesPlaceholder(file.text, lacking)) return true
  return (await parseFile(file, declared)).some((statement) => lacks(statement, lacking))
}

const nothingLeft = ({ name, without }: Scenario, what: string): Error =>
  usageError(`Without ${without.join(', ')}, no ${what} of scenario "${name}" is left`, {
    hint: `All that could be compared needs the extension: leave out --without ${without.join(', ')}`,
  })
