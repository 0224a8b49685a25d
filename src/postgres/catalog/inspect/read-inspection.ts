// All that `inspect` looks at, in one READ ONLY transaction. What the role may not see is told.
import type { InspectionFacts, Layout, MeasuredBloat, Unseen } from '../../../model/inspection-facts.js'
import { capabilitiesOf } from '../../capabilities.js'
import { heldLockError, isLockTimeout } from '../../lock-holders.js'
import { attempt, withReadOnly, type ReadOnlyLimits } from '../../read-only.js'
import type { Session } from '../../session.js'
import { marked } from './own-statements.js'
import { readConnections } from './connections.js'
import { readDatabase } from './database.js'
import { readIndexUsage } from './index-usage.js'
import { readKeyCoverage } from './key-coverage.js'
import { readLayouts } from './layouts.js'
import { affordable, findBloatMeter, measureBloat } from './measured-bloat.js'
import { readStatements } from './statements.js'
import { readTables } from './tables.js'

/** Throws a HarnessError that names who holds a lock, where sizes wait for one too long. */
export async function readInspection(session: Session, limits: ReadOnlyLimits): Promise<InspectionFacts> {
  try {
    return await withReadOnly(session, limits, 'pg_catalog', () => readAll(marked(session)))
  } catch (error) {
    if (!isLockTimeout(error)) throw error
    throw await heldLockError(session, 'Reading the size of a table or index', limits.lockMs / 1000, error)
  }
}

async function readAll(session: Session): Promise<InspectionFacts> {
  const unseen: Unseen[] = []
  const orUnseen = async <T, D>(what: string, otherwise: D, read: () => Promise<T>): Promise<T | D> => {
    const attempted = await attempt(session, read)
    if (attempted.done) return attempted.value
    unseen.push({ what, why: attempted.error.message })
    return otherwise
  }
  const database = await readDatabase(session)
  const tables = await readTables(session)
  const indexes = await readIndexUsage(session, capabilitiesOf(database.versionNumber))
  const foreignKeys = await readKeyCoverage(session)
  const connections = await orUnseen('connections', null, () => readConnections(session))
  if ((connections?.byState['not visible'] ?? 0) > 0) {
    unseen.push({ what: 'state of other sessions', why: 'the role is not a member of pg_read_all_stats' })
  }
  const seen = await orUnseen('slow statements', null, () => readStatements(session))
  const statements = seen?.statements ?? null
  if (seen !== null && seen.hidden > 0) {
    const why = 'the role is not a member of pg_read_all_stats'
    unseen.push({ what: `${seen.hidden} statements of other users`, why })
  }
  const layouts = await orUnseen('bloat by estimate', [], () => readLayouts(session))
  const blind = layouts.filter(({ kind, columns }) => kind === 'table' && columns === null).length
  if (blind > 0) {
    const why =
      'no statistics yet, or the role may not read them (they are shown to whoever may read the rows)'
    unseen.push({ what: `bloat of ${blind} of ${tables.length} tables by estimate`, why })
  }
  const measuredBloat = await readMeasuredBloat(session, layouts, { tables, indexes }, unseen, orUnseen)
  return { database, tables, indexes, foreignKeys, layouts, measuredBloat, connections, statements, unseen }
}

type OrUnseen = <T, D>(what: string, otherwise: D, read: () => Promise<T>) => Promise<T | D>

async function readMeasuredBloat(
  session: Session,
  layouts: readonly Layout[],
  { tables, indexes }: Pick<InspectionFacts, 'tables' | 'indexes'>,
  unseen: Unseen[],
  orUnseen: OrUnseen,
): Promise<readonly MeasuredBloat[]> {
  const meter = await findBloatMeter(session)
  if (meter === 'not installed') return []
  if (meter === 'not allowed') {
    unseen.push({
      what: 'bloat by pgstattuple',
      why: 'it is installed, but the role is not a member of pg_stat_scan_tables',
    })
    return []
  }
  const sizes = new Map([
    ...tables.map(({ oid, heapBytes }) => [oid, heapBytes] as const),
    ...indexes.filter(({ shape }) => shape.valid).map(({ oid, shape }) => [oid, shape.sizeBytes] as const),
  ])
  const relations = layouts.map(({ oid, kind, fillfactor }) => ({
    oid,
    kind,
    fillfactor,
    sizeBytes: sizes.get(oid) ?? 0,
  }))
  return orUnseen('bloat by pgstattuple', [], () =>
    measureBloat(session, meter.schema, affordable(relations)),
  )
}
