// The whole of result.json, from the evidence of a finished run.
import { usageError } from '../model/errors.js'
import type { Evidence } from '../model/evidence.js'
import { ANALYSIS_VERSION, SCHEMA_VERSION } from '../model/result.js'
import type { QueryResult, Result } from '../model/result.js'
import { analyse } from './analyse.js'

/** The same evidence gives the same result, order of keys included. Throws HarnessError on an unfinished run. */
export function summariseRun(evidence: Evidence): Result {
  const { header, footer, samples } = evidence
  if (footer === null) {
    throw usageError(`the run ${header.run.id} did not finish: its evidence ends without a footer`, {
      hint: `Run it again: ${header.run.command}`,
    })
  }
  const { queries, noiseFloor, delta, suite, warnings } = analyse(evidence)
  const rounds = new Set(samples.map(({ round }) => round)).size
  const { finishedAt, measuringMs, stoppedBy } = footer
  return {
    schemaVersion: SCHEMA_VERSION,
    tool: { ...header.tool, analysisVersion: ANALYSIS_VERSION },
    run: { ...header.run, finishedAt, measuringMs, rounds, stoppedBy },
    machine: header.machine,
    scenario: header.scenario,
    dataset: header.dataset,
    server: header.server,
    migration: summariseMigration(evidence, queries),
    policy: { ...header.policy, delta },
    noiseFloor,
    queries: [...queries],
    suite,
    warnings: [...warnings],
  }
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
      usedBy: queries.filter(({ indexesUsed }) => indexesUsed.includes(index.name)).map(({ name }) => name),
    })),
  }
}
