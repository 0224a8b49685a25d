// What the price phase writes, made runnable on this database: the scenario's writes, and derived ones for tables of the
// migration that none of those writes to.
import { HarnessError } from '../../model/errors.js'
import type { Dataset } from '../../model/dataset.js'
import type { MigrationFacts } from '../../model/facts.js'
import type { NotDerived } from '../../model/price.js'
import type { Scenario } from '../../model/scenario.js'
import { visitArm } from '../../measure/arms.js'
import { drawParameters } from '../../measure/parameters/draw-parameters.js'
import { deriveWrites, type DerivedWrite } from '../../measure/price/derive-writes.js'
import type { MeasuredWrite } from '../../measure/price/measured-write.js'
import { readTableShapes, type TableShape } from '../../postgres/catalog/table-shapes.js'
import { DatabaseError } from '../../postgres/database-error.js'
import { isServerTrouble } from '../../model/server-trouble.js'
import type { Session } from '../../postgres/session.js'
import { fillPlaceholders } from '../../postgres/sql/fill-placeholders.js'
import { statementError } from '../../postgres/sql/statement-error.js'
import { roleOf } from './resolve-queries.js'
import type { SeededDatabase } from '../database/seed-database.js'

export interface ResolvedWrites {
  readonly writes: readonly MeasuredWrite[]
  readonly notDerived: readonly NotDerived[]
}

export interface WriteParts {
  readonly scenario: Scenario
  readonly database: SeededDatabase
  readonly migration: MigrationFacts
  readonly tenancy: Dataset['tenancy']
}

/** As the session is set. */
const PLAIN = { settings: {}, planMode: 'custom' } as const

/** More tables than this, and none gets enough of the time. */
const MOST_DERIVED_TABLES = 6

/** Nothing where no price is asked for. Throws a usage error for a write of the scenario that does not work. */
export async function resolveWrites(
  session: Session,
  parts: WriteParts,
  { priceBudgetMs }: { readonly priceBudgetMs: number },
): Promise<ResolvedWrites> {
  if (priceBudgetMs === 0 || parts.migration.indexes.length === 0) return { writes: [], notDerived: [] }
  const ofScenario = await scenarioWrites(session, parts)
  const covered = new Set(ofScenario.map(tableKey))
  const shapes = await readTableShapes(session, parts.migration.indexes)
  const uncovered = shapes.filter((shape) => !covered.has(tableKey(shape)))
  const derived = await derivedWrites(session, uncovered.slice(0, MOST_DERIVED_TABLES), parts.tenancy.setting)
  const beyond = uncovered.slice(MOST_DERIVED_TABLES).map(({ schema, table }) => ({
    schema,
    table,
    what: 'all writes',
    reason: `the time goes to the ${MOST_DERIVED_TABLES} tables with the most new indexes`,
  }))
  return {
    writes: [...ofScenario, ...derived.writes],
    notDerived: [...derived.notDerived, ...beyond],
  }
}

const tableKey = ({ schema, table }: { readonly schema: string; readonly table: string }): string =>
  JSON.stringify([schema, table])

async function scenarioWrites(
  session: Session,
  { scenario, database, tenancy }: WriteParts,
): Promise<readonly MeasuredWrite[]> {
  const resolved: MeasuredWrite[] = []
  for (const write of scenario.writes) {
    const { name, title, operation, schema, table } = write
    const sql = fillPlaceholders(write.sql, database.placeholders)
    const measured: MeasuredWrite = {
      name,
      title,
      operation,
      schema,
      table,
      source: 'scenario',
      sql: sql.text,
      writes: true,
      role: roleOf('Write', write, database),
      roleName: write.role,
      ...PLAIN,
      rows: await drawParameters(session, write, fillPlaceholders(write.parameters, database.placeholders)),
      tenantSetting: tenancy.setting,
    }
    const problem = await tryWrite(session, measured, 1)
    if (problem instanceof DatabaseError) throw statementError(sql, 0, problem)
    resolved.push(measured)
  }
  return resolved
}

async function derivedWrites(
  session: Session,
  shapes: readonly TableShape[],
  tenantSetting: string,
): Promise<ResolvedWrites> {
  const [me] = await session.query('select current_user as role')
  const as = { role: me?.['role'] ?? '', roleName: 'owner', ...PLAIN, tenantSetting, writes: true }
  const writes: MeasuredWrite[] = []
  const notDerived: NotDerived[] = []
  for (const shape of shapes) {
    const derivation = deriveWrites(shape)
    notDerived.push(...derivation.notDerived)
    for (const { what, alternatives } of derivation.proposals) {
      const found = await firstThatWorks(session, alternatives, as)
      if (typeof found === 'string') {
        notDerived.push({ schema: shape.schema, table: shape.table, what, reason: found })
      } else writes.push(found)
    }
  }
  return { writes, notDerived }
}

type As = Pick<MeasuredWrite, 'role' | 'roleName' | 'settings' | 'planMode' | 'tenantSetting' | 'writes'>

/** Rows that a proposal has to write before it is believed. */
const TRIED_ROWS = 5

/** The write, or why the last alternative does not work. */
async function firstThatWorks(
  session: Session,
  alternatives: readonly DerivedWrite[],
  as: As,
): Promise<MeasuredWrite | string> {
  let reason = ''
  for (const proposal of alternatives) {
    const source = { path: `the derived write "${proposal.name}"`, text: proposal.parameters }
    const rows = await drawParameters(session, proposal, source).catch(ignoreNoRows)
    const { name, title, operation, schema, table, sql } = proposal
    const write: MeasuredWrite = {
      name,
      title,
      operation,
      schema,
      table,
      sql,
      ...as,
      source: 'derived',
      rows,
    }
    const problem =
      rows.length === 0 ? 'there are no rows to begin with' : await tryWrite(session, write, TRIED_ROWS)
    if (problem === null) return write
    reason = problem instanceof DatabaseError ? problem.message : problem
  }
  return reason
}

function ignoreNoRows(error: unknown): [] {
  if (!(error instanceof HarnessError)) throw error
  return []
}

/** Writes the first rows and rolls back. Returns what the server had against it, or that it found no row; null if nothing. */
async function tryWrite(
  session: Session,
  write: MeasuredWrite,
  rows: number,
): Promise<DatabaseError | string | null> {
  for (const row of write.rows.slice(0, rows)) {
    try {
      const written = await visitArm({ session, entry: '' }, write, row, async () => {
        const statement = await session.prepare(write.sql)
        const { rows: changed } = await statement.bind(row.values).run()
        await statement.close()
        return changed
      })
      if (written === 0) return 'it found no row to write'
    } catch (error) {
      if (!(error instanceof DatabaseError) || isServerTrouble(error.code)) throw error
      return error
    }
  }
  return null
}
