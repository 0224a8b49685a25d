// What is to be said of each table.
import type { Bloat, InspectedTable } from '../../model/inspection.js'
import type { AutovacuumSettings, TableFacts } from '../../model/inspection-facts.js'
import { tableAutovacuum } from './autovacuum.js'
import { cacheHit } from './cache-hit.js'

export const inspectTable = (
  facts: TableFacts,
  settings: AutovacuumSettings,
  bloat: Bloat | null,
): InspectedTable => ({
  table: facts.table,
  tableBytes: facts.tableBytes,
  indexBytes: facts.indexBytes,
  rowsAtStatistics: facts.rowsAtStatistics,
  liveRows: facts.liveRows,
  deadRows: facts.deadRows,
  deadShare: shareOf(facts.deadRows, facts.liveRows + facts.deadRows),
  modifiedSinceAnalyze: facts.modifiedSinceAnalyze,
  sequentialScans: facts.sequentialScans,
  sequentialRows: facts.sequentialRows,
  indexScans: facts.indexScans,
  indexShare: shareOf(facts.indexScans, facts.indexScans + facts.sequentialScans),
  cache: cacheHit(facts.heapHits, facts.heapReads),
  indexCache: cacheHit(facts.indexHits, facts.indexReads),
  lastVacuumAt: facts.lastVacuumAt,
  lastAnalyzeAt: facts.lastAnalyzeAt,
  transactionAge: facts.transactionAge,
  autovacuum: tableAutovacuum(facts, settings),
  bloat,
})

const shareOf = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)
