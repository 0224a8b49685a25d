// Everything known before the first sample, as the first line of the evidence.
import { at } from '../../model/at.js'
import { EVIDENCE_VERSION, headerSchema, type EvidenceHeader } from '../../model/evidence.js'
import type { Comparison } from '../../model/comparison.js'
import type {
  AppliedStatement,
  DatasetFacts,
  MigrationFacts,
  PairCheck,
  QueryFacts,
  ResultCheck,
  ScenarioFacts,
} from '../../model/facts.js'
import type { Scenario, SourceText } from '../../model/scenario.js'
import type { MeasuredQuery } from '../../measure/measured-query.js'
import { fillPlaceholders } from '../../postgres/sql/fill-placeholders.js'
import type { Server } from '../../server/server.js'
import type { ArmPlans } from '../../model/plan.js'
import type { IndexFacts } from '../../model/index-facts.js'
import { chooseComparisons } from './choose-comparisons.js'
import { chooseLeftOut } from './choose-left-out.js'
import { readMachine } from './machine.js'
import { policyOf } from './policy.js'

export interface HeaderParts {
  readonly run: EvidenceHeader['run']
  readonly toolVersion: string
  readonly scenario: Scenario
  /** As the user named it. */
  readonly source: string
  readonly server: Server
  readonly dataset: DatasetFacts
  /** Values of the scenario's placeholders. */
  readonly placeholders: Readonly<Record<string, string>>
  readonly preparation: readonly AppliedStatement[]
  readonly migration: MigrationFacts
  readonly queries: readonly MeasuredQuery[]
  readonly checks: readonly ResultCheck[]
  /** Rows returned, by query and parameter row. */
  readonly returned: readonly (readonly number[])[]
  readonly plans: readonly ArmPlans[]
  readonly indexes: IndexFacts | null
  /** What is compared beside before and after. */
  readonly closer: readonly Comparison[]
  readonly pairChecks: readonly PairCheck[]
}

export const makeHeader = (parts: HeaderParts): EvidenceHeader =>
  // Keys in the order of the schema, as they are when the evidence is read back: a report is repeated byte for byte.
  headerSchema.parse({
    type: 'header',
    evidenceVersion: EVIDENCE_VERSION,
    tool: { name: 'indexproof', version: parts.toolVersion },
    run: parts.run,
    machine: readMachine(),
    scenario: scenarioFacts(parts),
    dataset: parts.dataset,
    server: parts.server.facts,
    preparation: [...parts.preparation],
    migration: parts.migration,
    policy: policyOf(parts.run.armKind),
    queries: parts.scenario.queries.map((query, i): QueryFacts => {
      const measured = at(parts.queries, i)
      return {
        name: query.name,
        title: query.title,
        sql: measured.sql.trim(),
        role: query.role,
        says: query.says,
        claim: query.claim?.text ?? null,
        writes: query.writes,
        settings: { ...measured.settings },
        planMode: measured.planMode,
        recallAt: query.recall?.k ?? null,
        rows: measured.rows.map(({ cohort, tenant, hit }, row) => ({
          cohort,
          tenant,
          hit,
          returned: at(at(parts.returned, i), row),
        })),
        check: at(parts.checks, i),
      }
    }),
    claims: parts.scenario.claims.map(({ name, title, says, claim, quantifier, pair, queries }) => ({
      name,
      title,
      says,
      claim: claim.text,
      quantifier: quantifier.text,
      pair,
      queries: [...queries],
    })),
    checks: parts.scenario.checks.map(({ sql, ...check }) => ({ ...check, sql: filled(sql, parts) })),
    fails: parts.scenario.fails.map(({ sql, ...fail }) => ({ ...fail, sql: filled(sql, parts) })),
    comparisons: [
      ...chooseComparisons(parts.scenario.queries, parts.run.seed),
      ...parts.closer,
      ...chooseLeftOut({ ...parts, budgetMs: parts.run.budgetMs }),
    ],
    indexes: parts.indexes,
    pairChecks: [...parts.pairChecks],
  } satisfies EvidenceHeader)

const scenarioFacts = ({ scenario, source }: HeaderParts): ScenarioFacts => {
  const { name, title, hash, armKind: arms, without, leftOut } = scenario
  return { name, title, hash, source, arms, without: [...without], leftOut }
}

const filled = (sql: SourceText, { placeholders }: HeaderParts): string =>
  fillPlaceholders(sql, placeholders).text.trim()
