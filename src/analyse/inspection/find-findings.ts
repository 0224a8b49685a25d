// What of an inspection a person should look at. Nothing is advised here: what an unused index is good for, only its
// owner knows.
import type {
  InspectedConnections,
  InspectedIndex,
  InspectedTable,
  Inspection,
  InspectionFinding,
} from '../../model/inspection.js'
import { LIMITS } from './limits.js'

type Judged = Pick<
  Inspection,
  'indexes' | 'overlaps' | 'foreignKeys' | 'tables' | 'connections' | 'statements' | 'statistics'
>

export const findFindings = (judged: Judged, freezeMaxAge: number): InspectionFinding[] => [
  ...judged.indexes.filter(({ state }) => state === 'invalid').map(invalidIndex),
  ...judged.overlaps.map(overlap),
  ...judged.foreignKeys.filter(({ indexes }) => indexes.length === 0).map(uncoveredKey),
  // Where nothing is counted, nothing is unused.
  ...(judged.statistics.counting ? judged.indexes.filter(({ state }) => state === 'unused') : []).map(
    unusedIndex,
  ),
  ...judged.tables.flatMap((table) => tableFindings(table, freezeMaxAge)),
  ...sequentialFindings(judged),
  ...judged.indexes.flatMap(({ index, bloat }) => bloatFinding(index, bloat)),
  ...cacheFindings(judged.tables),
  ...(judged.statements ?? []).filter(({ meanMs }) => meanMs >= LIMITS.meanStatementMs).map(slowStatement),
  ...(judged.connections === null ? [] : connectionFindings(judged.connections)),
]

const invalidIndex = ({ index, partOf, definition, sizeBytes }: InspectedIndex): InspectionFinding => ({
  kind: 'invalid index',
  subject: index,
  detail:
    partOf === null && / ON ONLY /.test(definition)
      ? 'not every partition has it'
      : 'no query may use it, and writes may still pay for it',
  sizeBytes,
})

const overlap = ({ kind, index, of, sizeBytes }: Inspection['overlaps'][number]): InspectionFinding => ({
  kind: kind === 'duplicate' ? 'duplicate index' : 'prefix-redundant index',
  subject: index,
  detail: kind === 'duplicate' ? `the same as ${of}` : `${of} begins with its columns`,
  sizeBytes,
})

const uncoveredKey = ({
  constraint,
  table,
  columns,
  references,
}: Inspection['foreignKeys'][number]): InspectionFinding => ({
  kind: 'foreign key without index',
  subject: `${table} (${columns.join(', ')})`,
  detail: `${constraint}: a DELETE or a change of key in ${references} reads all of ${table}`,
  sizeBytes: null,
})

const unusedIndex = ({ index, foreignKeys, sizeBytes }: InspectedIndex): InspectionFinding => ({
  kind: 'unused index',
  subject: index,
  detail:
    foreignKeys.length === 0
      ? 'no scan since the statistics began'
      : `no scan since the statistics began; it serves the foreign key ${foreignKeys.join(', ')}`,
  sizeBytes,
})

function tableFindings(table: InspectedTable, freezeMaxAge: number): InspectionFinding[] {
  const { deadRows, deadShare, autovacuum, transactionAge } = table
  const findings: InspectionFinding[] = []
  const add = (kind: InspectionFinding['kind'], detail: string): void => {
    findings.push({ kind, subject: table.table, detail, sizeBytes: null })
  }
  const many = deadRows >= LIMITS.deadRows && (deadShare ?? 0) >= LIMITS.deadShare
  if (autovacuum.due || many) {
    const than = autovacuum.due ? 'more than' : 'not yet'
    add('dead rows', `${deadRows}, ${than} the ${Math.floor(autovacuum.vacuumAbove)} that call autovacuum`)
  }
  if (!autovacuum.enabled) add('autovacuum off', 'dead rows stay until someone vacuums')
  if (transactionAge > freezeMaxAge) {
    add('transaction age', `${transactionAge} transactions, more than autovacuum_freeze_max_age`)
  }
  return [...findings, ...bloatFinding(table.table, table.bloat)]
}

/** Those that the building of a table's indexes can account for are none. */
function sequentialFindings({ tables, indexes }: Pick<Judged, 'tables' | 'indexes'>): InspectionFinding[] {
  const indexCounts = new Map<string, number>()
  for (const { table } of indexes) indexCounts.set(table, (indexCounts.get(table) ?? 0) + 1)
  return tables.flatMap(({ table, sequentialScans: scans, sequentialRows }): InspectionFinding[] => {
    const others = scans - LIMITS.scansOfBuild * (indexCounts.get(table) ?? 0)
    const meanRows = scans === 0 ? 0 : sequentialRows / scans
    if (others < LIMITS.sequentialScans || meanRows < LIMITS.scannedRows) return []
    const detail = `${scans} that read ${Math.round(meanRows)} rows each`
    return [{ kind: 'sequential scans', subject: table, detail, sizeBytes: null }]
  })
}

function bloatFinding(subject: string, bloat: InspectedTable['bloat']): InspectionFinding[] {
  if (bloat === null || bloat.freeBytes < LIMITS.bloatBytes || bloat.share < LIMITS.bloatShare) return []
  const { source, share, freeBytes } = bloat
  const detail = `${Math.round(share * 100)} % of it is free, ${source === 'estimate' ? 'by estimate' : 'by pgstattuple'}`
  return [{ kind: 'bloat', subject, detail, sizeBytes: freeBytes }]
}

const cacheFindings = (tables: readonly InspectedTable[]): InspectionFinding[] =>
  tables.flatMap(({ table, cache, indexCache }) =>
    (
      [
        ['rows', cache],
        ['indexes', indexCache],
      ] as const
    ).flatMap(([what, { requests, share }]): InspectionFinding[] =>
      share === null || requests < LIMITS.cacheRequests || share >= LIMITS.cacheShare
        ? []
        : [
            {
              kind: 'cache',
              subject: table,
              detail: `${Math.round(share * 100)} % of the blocks of its ${what} were in shared buffers`,
              sizeBytes: null,
            },
          ],
    ),
  )

const slowStatement = ({
  query,
  meanMs,
  calls,
}: NonNullable<Inspection['statements']>[number]): InspectionFinding => ({
  kind: 'slow statement',
  subject: query,
  detail: `${Math.round(meanMs)} ms on average, ${calls === 1 ? '1 call' : `${calls} calls`}`,
  sizeBytes: null,
})

function connectionFindings(connections: InspectedConnections): InspectionFinding[] {
  const { max, used, reserved, longestIdleInTransactionMs: idleMs } = connections
  const findings: InspectionFinding[] = []
  const add = (detail: string): void => {
    findings.push({ kind: 'connections', subject: `${used} of ${max}`, detail, sizeBytes: null })
  }
  if (used / Math.max(1, max - reserved) >= LIMITS.connectionShare) add('few are left')
  if (idleMs !== null && idleMs >= LIMITS.idleInTransactionMs) {
    add(`one is idle in its transaction for ${Math.round(idleMs / 1000)} s: VACUUM keeps what it could see`)
  }
  return findings
}
