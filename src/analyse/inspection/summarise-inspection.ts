// The key numbers of an inspection.
import type { Inspection, InspectionSummary } from '../../model/inspection.js'
import type { InspectionFacts } from '../../model/inspection-facts.js'
import { cacheHitOf } from './cache-hit.js'

type Judged = Pick<Inspection, 'indexes' | 'overlaps' | 'foreignKeys' | 'tables'>

export function summariseInspection(
  { indexes, overlaps, foreignKeys, tables }: Judged,
  facts: InspectionFacts,
): InspectionSummary {
  const unused = indexes.filter(({ state }) => state === 'unused')
  const sum = <T>(items: readonly T[], of: (item: T) => number): number =>
    items.reduce((total, item) => total + of(item), 0)
  return {
    databaseBytes: facts.database.sizeBytes,
    tables: tables.length,
    tableBytes: sum(tables, ({ tableBytes }) => tableBytes),
    indexes: indexes.length,
    indexBytes: sum(indexes, ({ sizeBytes }) => sizeBytes),
    usedIndexes: indexes.filter(({ scans }) => scans > 0).length,
    unusedIndexes: unused.length,
    unusedBytes: sum(unused, ({ sizeBytes }) => sizeBytes),
    indexScans: sum(indexes, ({ scans }) => scans),
    invalidIndexes: indexes.filter(({ state }) => state === 'invalid').length,
    duplicateIndexes: overlaps.filter(({ kind }) => kind === 'duplicate').length,
    prefixIndexes: overlaps.filter(({ kind }) => kind === 'prefix').length,
    foreignKeys: foreignKeys.length,
    coveredForeignKeys: foreignKeys.filter((key) => key.indexes.length > 0).length,
    deadRows: sum(tables, ({ deadRows }) => deadRows),
    cache: cacheHitOf(facts.tables.map(({ heapHits: hits, heapReads: reads }) => ({ hits, reads }))),
    indexCache: cacheHitOf(facts.tables.map(({ indexHits: hits, indexReads: reads }) => ({ hits, reads }))),
  }
}
