// The whole of result.json, from the evidence of a run, finished or interrupted.
import { usageError } from '../model/errors.js'
import type { ArmName, Evidence, EvidenceFooter } from '../model/evidence.js'
import type { BuiltIndex } from '../model/facts.js'
import { ANALYSIS_VERSION, SCHEMA_VERSION } from '../model/result.js'
import type { QueryResult, Result } from '../model/result.js'
import { analyse } from './analyse.js'
import { summarisePrice } from './price/summarise-price.js'

/** The same evidence gives the same result, order of keys included. Throws HarnessError where no round was finished. */
export function summariseRun(evidence: Evidence): Result {
  const { header, samples, resumed } = evidence
  const { finishedAt, measuringMs, stoppedBy, reason } = evidence.footer ?? footerOfKilled(evidence)
  const analysis = analyse(evidence)
  const { queries, claims, comparisons, attribution, suite, warnings } = analysis
  const { noiseFloor, delta, checks, fails, state, stability } = analysis
  const voided = new Set(queries.filter(({ verdict }) => verdict === 'void').map(({ name }) => name))
  const rounds = new Set(samples.map(({ round }) => round)).size
  return {
    schemaVersion: SCHEMA_VERSION,
    tool: { ...header.tool, analysisVersion: ANALYSIS_VERSION },
    run: {
      ...header.run,
      finishedAt,
      measuringMs,
      rounds,
      stoppedBy,
      reason,
      resumed: resumed.length,
    },
    machine: header.machine,
    scenario: header.scenario,
    dataset: header.dataset,
    server: header.server,
    preparation: header.preparation,
    migration: summariseMigration(evidence, queries),
    policy: { ...header.policy, delta },
    noiseFloor,
    queries: [...queries],
    claims: [...claims],
    checks: [...checks],
    fails: [...fails],
    comparisons: [...comparisons],
    attribution,
    suite,
    price: summarisePrice(evidence, voided),
    state,
    stability,
    inspections: { before: inspectedAt(evidence, 'before'), after: inspectedAt(evidence, 'after') },
    warnings: [...warnings],
  }
}

const inspectedAt = ({ inspected }: Evidence, moment: ArmName): Result['inspections']['before'] =>
  inspected.findLast((line) => line.moment === moment)?.summary ?? null

/** A run that could not say its last word ended with its last round. */
function footerOfKilled({ header, rounds }: Evidence): EvidenceFooter {
  const last = rounds.at(-1)
  if (last === undefined) {
    throw usageError(`the run ${header.run.id} has no finished round`, {
      hint: `Run it again: ${header.run.command}`,
    })
  }
  const { at, elapsedMs } = last
  const reason = 'the run was killed'
  return { type: 'footer', finishedAt: at, measuringMs: elapsedMs, stoppedBy: 'interrupted', reason }
}

function summariseMigration({ header }: Evidence, queries: readonly QueryResult[]): Result['migration'] {
  const { applied, statements, indexes } = header.migration
  return {
    applied,
    totalBuildMs: statements.reduce((sum, { durationMs }) => sum + durationMs, 0),
    totalSizeBytes: indexes.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
    statements,
    indexes: indexes.map((index) => ({
      ...index,
      usedBy: queries.filter((query) => isUsedBy(index, query, header)).map(({ name }) => name),
    })),
  }
}

/** By a plan, or by a foreign key that the query checks. */
const isUsedBy = (
  { schema, name }: BuiltIndex,
  query: QueryResult,
  { indexes }: Evidence['header'],
): boolean =>
  query.indexesUsed.includes(name) ||
  (indexes?.uses.some((use) => use.query === query.name && use.index === `${schema}.${name}`) ?? false)
