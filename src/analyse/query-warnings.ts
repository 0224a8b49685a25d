// What a reader should know of one query beside its verdict.
import type { Evidence, QueryFacts } from '../model/evidence.js'
import type { Warning } from '../model/result.js'
import { counted } from './ratio-text.js'
import { explainedOf } from './summarise-arm.js'
import { indexesIn } from './summarise-plan.js'

/** Below this an approximate search answers another question than the exact one it is compared with. */
const LOWEST_RECALL = 0.9

export function warnOfQuery(query: QueryFacts, evidence: Evidence): Warning[] {
  const found = [warnOfResults(query), warnOfRecall(query, evidence), warnOfShort(query), warnOfEmpty(query)]
  return [...found, ...warnOfWarmUps(query, evidence)].filter((warning) => warning !== null)
}

function warnOfResults({ name, check, rows }: QueryFacts): Warning | null {
  const share = `${check.differing} of ${counted(rows.length, 'parameter row')}`
  if (check.state === 'different') {
    return { code: 'results-different', query: name, message: `The arms return different rows for ${share}.` }
  }
  if (check.state === 'ambiguous') {
    const message = `Other rows for ${share}: its ORDER BY does not say which rows come first under the LIMIT.`
    return { code: 'results-ambiguous', query: name, message }
  }
  if (check.state !== 'reordered') return null
  return { code: 'results-reordered', query: name, message: `The same rows in another order for ${share}.` }
}

function warnOfRecall({ name, check, recallAt }: QueryFacts, evidence: Evidence): Warning | null {
  if (check.recall === null || check.recall >= LOWEST_RECALL) return null
  const used = new Set(indexesIn(explainedOf(evidence, name, 'after').map(({ explain }) => explain)))
  const methods = evidence.header.migration.indexes
    .filter((index) => used.has(index.name))
    .map(({ method }) => method)
  const message = `Recall@${recallAt ?? 'k'} is ${check.recall.toFixed(3)}: the speed-up is partly paid for in missed rows.`
  return { code: 'recall-low', query: name, message: `${message}${recallAdvice(methods)}` }
}

function recallAdvice(methods: readonly string[]): string {
  if (methods.includes('ivfflat')) return ' Raise ivfflat.probes, or build the index on more rows per list.'
  return methods.includes('hnsw') ? ' Raise hnsw.ef_search, or m of the index.' : ''
}

function warnOfShort({ name, check, rows }: QueryFacts): Warning | null {
  if (check.short === 0) return null
  const message = `Fewer rows than the exact answer for ${check.short} of ${counted(rows.length, 'parameter row')}.`
  return { code: 'results-short', query: name, message }
}

/** A write returns no rows by nature. */
function warnOfEmpty({ name, check, rows, writes }: QueryFacts): Warning | null {
  if (writes || check.hitRows > 0 || !rows.some(({ hit }) => hit)) return null
  return { code: 'no-rows', query: name, message: 'It returned no rows: latency says little.' }
}

function warnOfWarmUps({ name }: QueryFacts, { warmUps }: Evidence): Warning[] {
  return (['before', 'after'] as const).flatMap((arm) => {
    const restless = warmUps.filter(
      (warmUp) => warmUp.query === name && warmUp.arm === arm && !warmUp.converged,
    )
    if (restless.length === 0) return []
    const cohorts = restless.map(({ cohort }) => cohort).join(', ')
    const message = `Latency had not settled when the warm-up of ${arm} ended (${cohorts}).`
    return [{ code: 'warm-up-unfinished', query: name, message }]
  })
}
