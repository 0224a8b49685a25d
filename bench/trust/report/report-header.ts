// The header of a report's evidence: what the analysis reads of it is true, the rest says that there was no scenario.
import { headerSchema, type EvidenceHeader } from '../../../src/model/evidence.js'
import type { QueryFacts } from '../../../src/model/facts.js'
import { readMachine } from '../../../src/experiment/questions/machine.js'
import { policyOf } from '../../../src/experiment/questions/policy.js'
import type { ReportQuery } from './report-query.js'

export const reportHeader = (
  queries: readonly ReportQuery[],
  { seed, budgetMs }: { readonly seed: number; readonly budgetMs: number },
): EvidenceHeader =>
  headerSchema.parse({
    ...NO_SCENARIO,
    run: {
      id: `trust-${seed}`,
      startedAt: '1970-01-01T00:00:00.000Z',
      arms: 'migration',
      armKind: 'transactions',
      planMode: null,
      seed,
      budgetMs,
      priceBudgetMs: 0,
      statementTimeoutMs: NEVER_CUT_OFF_MS,
      command: 'npm run trust',
    },
    policy: policyOf('transactions'),
    queries: queries.map(queryFacts),
    claims: [],
    checks: [],
    fails: [],
    comparisons: queries.flatMap(({ measured: { name }, isControl }) => [
      { query: name, pair: 'main' as const },
      ...(isControl ? [{ query: name, pair: 'control' as const }] : []),
    ]),
    indexes: null,
    pairChecks: [],
  } satisfies EvidenceHeader)

const NEVER_CUT_OFF_MS = 600_000

const queryFacts = ({ measured, claim, returned }: ReportQuery): QueryFacts => ({
  name: measured.name,
  title: measured.name,
  sql: measured.sql,
  role: measured.role,
  says: null,
  claim,
  writes: measured.writes,
  settings: {},
  planMode: measured.planMode,
  recallAt: null,
  rows: measured.rows.map(({ cohort, tenant, hit }, row) => ({
    cohort,
    tenant,
    hit,
    returned: returned[row] ?? 0,
  })),
  check: {
    query: measured.name,
    state: 'same',
    differing: 0,
    hitRows: returned.reduce((sum, rows) => sum + rows, 0),
    recall: null,
    recalls: [],
    short: 0,
  },
})

const NO_SCENARIO = {
  type: 'header',
  evidenceVersion: 3,
  tool: { name: 'indexproof', version: '0.0.0' },
  machine: readMachine(),
  scenario: {
    name: 'trust',
    title: 'trust',
    hash: '',
    source: 'bench/trust',
    arms: 'transactions',
    without: [],
    leftOut: { tables: [], queries: [], writes: [], claims: [], checks: [], fails: [], statements: [] },
  },
  dataset: {
    name: 'trust',
    seed: 0,
    scale: 'small',
    rows: {},
    checksum: '',
    generatorVersion: 1,
    randomAlgorithm: '',
    facts: {},
    cohorts: [],
    seedMs: 0,
    reused: false,
  },
  server: {
    kind: 'local',
    version: '',
    versionNumber: 0,
    description: '',
    pgvector: null,
    cluster: null,
    image: null,
    settings: {},
    caveats: [],
  },
  preparation: [],
  migration: { applied: true, statements: [], indexes: [] },
} as const satisfies Partial<EvidenceHeader>
