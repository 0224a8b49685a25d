// A scenario without what needs an extension that a server lacks. Nothing goes silently: what is left out is listed in
// the scenario, and from there in every result.
import type { ExtensionName } from '../model/dataset.js'
import { usageError } from '../model/errors.js'
import type { GroupClaim, Query, Scenario, Write } from '../model/scenario.js'
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
  const { files, statements, indexesLeft } = await leaveOutStatements(scenario.migrations, declared, lacking)
  const goes = await Promise.all(scenario.queries.map((query) => queryLacks(query, declared, lacking)))
  const queries = scenario.queries.filter((_, i) => goes[i] !== true)
  const lost = await Promise.all(scenario.writes.map((write) => filesLack(write, declared, lacking)))
  const goneQueries = scenario.queries.filter((_, i) => goes[i] === true).map(({ name }) => name)
  const losesMember = (claim: GroupClaim): boolean => claim.queries.some((name) => goneQueries.includes(name))
  const reduced = {
    ...scenario,
    without,
    placeholders: kept,
    migrations: files,
    queries,
    claims: scenario.claims.filter((claim) => !losesMember(claim)),
    writes: scenario.writes.filter((_, i) => lost[i] !== true),
    leftOut: {
      tables: [...tables],
      queries: goneQueries,
      writes: scenario.writes.filter((_, i) => lost[i] === true).map(({ name }) => name),
      claims: scenario.claims.filter(losesMember).map(({ name }) => name),
      statements,
    },
  }
  if (queries.length === 0) throw nothingLeft(reduced, 'query')
  if (indexesLeft === 0) throw nothingLeft(reduced, 'CREATE INDEX')
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

async function filesLack(
  { sql, parameters }: Query | Write,
  declared: readonly string[],
  lacking: Lacking,
): Promise<boolean> {
  for (const file of [sql, parameters]) {
    if (usesPlaceholder(file.text, lacking)) return true
    if ((await parseFile(file, declared)).some((statement) => lacks(statement, lacking))) return true
  }
  return false
}

const nothingLeft = ({ name, without }: Scenario, what: string): Error =>
  usageError(`Without ${without.join(', ')}, no ${what} of scenario "${name}" is left`, {
    hint: `All that could be compared needs the extension: leave out --without ${without.join(', ')}`,
  })
