// What a reader should know beside the verdicts.
import type { Evidence } from '../../model/evidence.js'
import type { NoiseFloor, QueryResult, Warning } from '../../model/result.js'
import { warnOfCohortTimes, warnOfFloor } from './claim-warnings.js'
import { controlFailureOf } from '../summaries/noise-floor.js'
import { warnOfCensored, warnOfCohorts, warnOfQuery } from './query-warnings.js'
import { ratioText } from '../judge/ratio-text.js'

/** Of the run, then of its migration, then query by query, then of what was cut off, then of cohorts. */
export function collectWarnings(
  evidence: Evidence,
  noiseFloor: NoiseFloor,
  delta: number,
  queries: readonly QueryResult[],
): Warning[] {
  const { header } = evidence
  return [
    ...warnOfNoise(evidence, noiseFloor, delta),
    ...warnOfBothArms(evidence),
    ...warnOfIndexes(evidence, queries),
    ...header.queries.flatMap((query) => warnOfQuery(query, evidence)),
    ...queries.flatMap((query) => warnOfCensored(query, header.run.statementTimeoutMs)),
    ...queries.flatMap((query) => warnOfCohorts(query, header.policy)),
    ...queries.flatMap((query) => warnOfCohortTimes(query, header.policy)),
    ...[...queries, ...header.claims].flatMap((claimed) => warnOfFloor(claimed, noiseFloor)),
  ]
}

function warnOfNoise({ header }: Evidence, noiseFloor: NoiseFloor, delta: number): Warning[] {
  const failure = controlFailureOf(noiseFloor, header.policy)
  if (failure !== null) {
    return [{ code: 'control-failed', query: null, message: `${failure}: this machine cannot judge now.` }]
  }
  if (delta <= header.policy.smallestEffect) return []
  const asked = ratioText(header.policy.smallestEffect)
  const message = `The noise of this run hides effects under ${ratioText(delta)}; ${asked} was asked for.`
  return [{ code: 'noise-floor-high', query: null, message }]
}

/** What toggling indexes cannot take back, and what the migration only found. */
function warnOfBothArms({ header: { run, migration } }: Evidence): Warning[] {
  return migration.statements.flatMap(({ kind, sql, notices }) => {
    const written = sql.replaceAll(/\s+/g, ' ')
    if (kind === 'AlterTableStmt' && run.armKind === 'transactions') {
      const message = `What this statement does is in both arms, for no transaction toggles it: ${written}`
      return [{ code: 'in-both-arms', query: null, message }]
    }
    if (kind !== 'IndexStmt' || !notices.some(({ code }) => code === DUPLICATE_TABLE)) return []
    const message = `The index was there before the migration, so it is in both arms and none of the migration's: ${written}`
    return [{ code: 'index-was-there', query: null, message }]
  })
}

/** Of a notice: IF NOT EXISTS skipped what it found. */
const DUPLICATE_TABLE = '42P07'

function warnOfIndexes({ header, plans }: Evidence, queries: readonly QueryResult[]): Warning[] {
  const used = new Set([
    ...queries.flatMap(({ indexesUsed }) => indexesUsed),
    ...(header.indexes?.uses.map(({ index }) => index.slice(index.indexOf('.') + 1)) ?? []),
  ])
  const isPlanned = plans.some(({ arm }) => arm === 'after')
  return header.migration.indexes.flatMap(({ name, valid }) => {
    if (!valid) {
      return [
        { code: 'index-invalid', query: null, message: `Index ${name} is invalid: no query can use it.` },
      ]
    }
    if (!isPlanned || used.has(name)) return []
    return [{ code: 'index-unused', query: null, message: `No plan of any query used the index ${name}.` }]
  })
}
