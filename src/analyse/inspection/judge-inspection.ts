// From what was read of a database to what `inspect` says of it.
import { INSPECTION_VERSION, type Bloat, type Inspection } from '../../model/inspection.js'
import type { ConnectionFacts, InspectionFacts, StatementFacts } from '../../model/inspection-facts.js'
import { cacheHit } from './cache-hit.js'
import { estimateBloat } from './estimate-bloat.js'
import { findFindings } from './find-findings.js'
import { inspectIndexes } from './inspect-indexes.js'
import { inspectOverlaps } from './inspect-overlaps.js'
import { inspectTable } from './inspect-tables.js'
import { inspectionNotes } from './inspection-notes.js'
import { summariseInspection } from './summarise-inspection.js'

export function judgeInspection(facts: InspectionFacts, toolVersion: string): Inspection {
  const { at, version, versionNumber, database, role, replica, replicas, startedAt } = facts.database
  const bloatOf = bloatIn(facts)
  const judged = {
    server: { version, versionNumber, database, role, replica, replicas, startedAt },
    statistics: statisticsOf(facts.database),
    indexes: inspectIndexes(facts.indexes, facts.foreignKeys, bloatOf),
    overlaps: inspectOverlaps(facts.indexes),
    foreignKeys: facts.foreignKeys.map((key) => ({
      ...key,
      columns: [...key.columns],
      indexes: [...key.indexes],
    })),
    tables: facts.tables.map((table) => inspectTable(table, facts.database.autovacuum, bloatOf(table.oid))),
    connections: facts.connections === null ? null : connectionsOf(facts.connections),
    statements: facts.statements?.map(statementOf) ?? null,
  }
  const { server, statistics, ...sections } = judged
  return {
    inspectionVersion: INSPECTION_VERSION,
    tool: { name: 'indexproof', version: toolVersion },
    at,
    server,
    statistics,
    summary: summariseInspection(judged, facts),
    findings: findFindings(judged, facts.database.autovacuum.freezeMaxAge),
    notes: inspectionNotes(judged),
    unseen: facts.unseen.map((one) => ({ ...one })),
    ...sections,
  }
}

/** Measured where it was, else estimated. */
function bloatIn({ layouts, measuredBloat, database }: InspectionFacts): (oid: string) => Bloat | null {
  const measured = new Map(measuredBloat.map((one) => [one.oid, one]))
  const estimated = new Map(layouts.map((one) => [one.oid, one]))
  return (oid) => {
    const known = measured.get(oid)
    if (known !== undefined) {
      return { source: 'pgstattuple', freeBytes: known.freeBytes, share: known.share }
    }
    const layout = estimated.get(oid)
    return layout === undefined ? null : estimateBloat(layout, database.blockBytes)
  }
}

const statisticsOf = ({
  at,
  statisticsSince,
  counting,
}: InspectionFacts['database']): Inspection['statistics'] => ({
  since: statisticsSince,
  ageMs: statisticsSince === null ? null : Date.parse(at) - Date.parse(statisticsSince),
  counting,
})

const connectionsOf = (facts: ConnectionFacts): Inspection['connections'] => ({
  ...facts,
  used: Object.values(facts.byState).reduce((sum, number) => sum + number, 0),
  byState: { ...facts.byState },
})

const statementOf = ({ hits, reads, ...statement }: StatementFacts) => ({
  ...statement,
  cache: cacheHit(hits, reads),
})
