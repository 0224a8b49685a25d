// What a run observed, before anything is concluded from it. samples.ndjson holds one of these records per line;
// with the plans beside it, it is all that `report` needs to say everything again, byte for byte.
import { z } from 'zod'
import { EXTENSIONS } from './dataset.js'
import type { ArmPlans } from './plan.js'
import { SERVER_KINDS } from './server-kinds.js'

export const EVIDENCE_VERSION = 1

export const armNameSchema = z.enum(['before', 'after'])
export type ArmName = z.infer<typeof armNameSchema>

/** `main` compares before with after; `control` compares before with itself (A/A). */
export const pairSchema = z.enum(['main', 'control'])
export type Pair = z.infer<typeof pairSchema>

const noticeSchema = z.strictObject({ severity: z.string(), code: z.string(), message: z.string() })

export const statementSchema = z.strictObject({
  file: z.string(),
  line: z.int(),
  /** Node of PostgreSQL's parse tree, e.g. IndexStmt. */
  kind: z.string(),
  sql: z.string(),
  durationMs: z.number(),
  notices: z.array(noticeSchema),
})
export type AppliedStatement = z.infer<typeof statementSchema>

export const indexSchema = z.strictObject({
  schema: z.string(),
  name: z.string(),
  table: z.string(),
  /** Access method: btree, gin, ivfflat … */
  method: z.string(),
  definition: z.string(),
  sizeBytes: z.int(),
  /** Time of the statement that created it; null where one statement made several indexes. */
  buildMs: z.number().nullable(),
  valid: z.boolean(),
})
export type BuiltIndex = z.infer<typeof indexSchema>

export const cohortSchema = z.strictObject({
  cohort: z.string(),
  tenants: z.array(z.strictObject({ tenant: z.string(), rows: z.int() })),
})

export const datasetFactsSchema = z.strictObject({
  name: z.string(),
  seed: z.int(),
  scale: z.string(),
  /** Rows by table. */
  rows: z.record(z.string(), z.int()),
  /** SHA-256 of the COPY streams in load order, hex. */
  checksum: z.string(),
  generatorVersion: z.int(),
  randomAlgorithm: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  cohorts: z.array(cohortSchema),
  seedMs: z.number(),
})
export type DatasetFacts = z.infer<typeof datasetFactsSchema>

export const serverFactsSchema = z.strictObject({
  kind: z.enum(SERVER_KINDS),
  /** e.g. "18.6". */
  version: z.string(),
  versionNumber: z.int(),
  /** What version() says. */
  description: z.string(),
  pgvector: z.string().nullable(),
  /** Of a server that was there before the run, its own identifier; null for one made for the run. */
  cluster: z.string().nullable(),
  /** The container image, where it runs in one; `digest` is sha256:… of what really ran. */
  image: z
    .strictObject({
      name: z.string(),
      digest: z.string(),
      /** Whose digest: of the repository, the same for everybody; or of an image that was built on the machine. */
      kind: z.enum(['repository', 'local']),
    })
    .nullable(),
  settings: z.record(z.string(), z.string()),
  /** What a reader must know before believing a number of this server. */
  caveats: z.array(z.string()),
})
export type ServerFacts = z.infer<typeof serverFactsSchema>

export const migrationFactsSchema = z.strictObject({
  /** False in an A/A run, where neither arm has it. */
  applied: z.boolean(),
  statements: z.array(statementSchema),
  indexes: z.array(indexSchema),
})
export type MigrationFacts = z.infer<typeof migrationFactsSchema>

/** How the results of one query compare between the arms, over all its parameter rows. */
export const resultCheckSchema = z.strictObject({
  query: z.string(),
  /** ambiguous: the same number of rows but others, under a LIMIT; approximate: judged by recall. */
  state: z.enum(['same', 'reordered', 'ambiguous', 'different', 'approximate']),
  /** Parameter rows whose results differ. */
  differing: z.int(),
  /** Rows returned by the `before` arm, summed over parameter rows that were drawn as hits. */
  hitRows: z.int(),
  /** Mean recall@k over parameter rows; null unless approximate. */
  recall: z.number().nullable(),
  /** Parameter rows that got fewer rows than the exact answer has. */
  short: z.int(),
})
export type ResultCheck = z.infer<typeof resultCheckSchema>

export const queryFactsSchema = z.strictObject({
  name: z.string(),
  title: z.string(),
  sql: z.string(),
  role: z.string(),
  claim: z.string().nullable(),
  writes: z.boolean(),
  settings: z.record(z.string(), z.string()),
  /** k of recall@k, where results are approximate. */
  recallAt: z.int().nullable(),
  /** Parameter rows by position: samples name them by this index. */
  rows: z.array(
    z.strictObject({
      cohort: z.string(),
      tenant: z.string().nullable(),
      hit: z.boolean(),
      /** Rows the arm `before` returned when results were compared: what every execution must return. */
      returned: z.int(),
    }),
  ),
  check: resultCheckSchema,
})
export type QueryFacts = z.infer<typeof queryFactsSchema>

/** The rules of the decision, fixed before the first sample. See docs/methodology. */
export const policySchema = z.strictObject({
  /** Family-wise error rate shared by all claims. */
  alpha: z.number(),
  /** Rounds at which the verdicts are looked at. */
  looks: z.array(z.int()),
  /** Smallest effect of interest as a ratio, e.g. 1.05. */
  smallestEffect: z.number(),
  /** Tolerance at the edges of a claim, e.g. 0.05. */
  tolerance: z.number(),
  /** A query is settled when its verdict is and its half-width is under this ratio minus one. */
  settledHalfWidth: z.number(),
  /** Fewer rounds than this decide nothing. */
  minimumRounds: z.int(),
  /** Approximate search below this recall answers another question: its speed-up is void. */
  minimumRecall: z.number(),
})
export type Policy = z.infer<typeof policySchema>

/** What a run without an extension left out of the dataset and of the scenario. */
export const leftOutSchema = z.strictObject({
  tables: z.array(z.string()),
  /** Names of queries. */
  queries: z.array(z.string()),
  /** Of the migration, as written. */
  statements: z.array(z.strictObject({ file: z.string(), line: z.int(), sql: z.string() })),
})
export type LeftOut = z.infer<typeof leftOutSchema>

export const scenarioFactsSchema = z.strictObject({
  name: z.string(),
  title: z.string(),
  /** SHA-256 over every file of the scenario, hex; also over what is left out. */
  hash: z.string(),
  /** As the user named it: a name, or the path of a folder. */
  source: z.string(),
  /** Extensions the run was asked to do without. */
  without: z.array(z.enum(EXTENSIONS)),
  leftOut: leftOutSchema,
})
export type ScenarioFacts = z.infer<typeof scenarioFactsSchema>

export const machineSchema = z.strictObject({
  cpu: z.string(),
  cores: z.int(),
  memoryBytes: z.int(),
  platform: z.string(),
  node: z.string(),
})

export const headerSchema = z.strictObject({
  type: z.literal('header'),
  evidenceVersion: z.literal(EVIDENCE_VERSION),
  tool: z.strictObject({ name: z.literal('indexproof'), version: z.string() }),
  run: z.strictObject({
    id: z.string(),
    startedAt: z.string(),
    /** aa: the migration is in neither arm. */
    arms: z.enum(['migration', 'aa']),
    /** One database entered in transactions, or a database for each arm. */
    armKind: z.enum(['transactions', 'clones']),
    seed: z.int(),
    budgetMs: z.number(),
    /** The command that repeats the run. */
    command: z.string(),
  }),
  machine: machineSchema,
  scenario: scenarioFactsSchema,
  dataset: datasetFactsSchema,
  server: serverFactsSchema,
  migration: migrationFactsSchema,
  policy: policySchema,
  queries: z.array(queryFactsSchema),
  /** Queries also measured as `before` against `before`. */
  controls: z.array(z.string()),
})
export type EvidenceHeader = z.infer<typeof headerSchema>

export const warmUpSchema = z.strictObject({
  type: z.literal('warm-up'),
  query: z.string(),
  arm: armNameSchema,
  cohort: z.string(),
  executions: z.int(),
  converged: z.boolean(),
  medianNs: z.number(),
})
export type WarmUp = z.infer<typeof warmUpSchema>

/** One execution of `SELECT 1`: what the client and the protocol cost by themselves. */
export const floorSampleSchema = z.strictObject({
  type: z.literal('floor'),
  round: z.int().min(1),
  durationNs: z.number().nonnegative(),
})
export type FloorSample = z.infer<typeof floorSampleSchema>

export const sampleSchema = z.strictObject({
  type: z.literal('sample'),
  round: z.int().min(1),
  query: z.string(),
  pair: pairSchema,
  /** In a control pair both arms are the state `before`. */
  arm: armNameSchema,
  /** The order of visits that the coin chose: A is `before`. */
  coin: z.enum(['ABBA', 'BAAB']),
  /** 0 to 3: which of the four visits. */
  visit: z.int().min(0).max(3),
  /** False for the executions discarded after a switch of arms. */
  kept: z.boolean(),
  /** Index into the query's parameter rows. */
  row: z.int().min(0),
  durationNs: z.number().nonnegative(),
  /** Rows returned or changed. */
  rows: z.int(),
  error: z.string().optional(),
})
export type Sample = z.infer<typeof sampleSchema>

/** Ends a round: what lies after the last of these in an interrupted run is half a round, and does not count. */
export const roundSchema = z.strictObject({
  type: z.literal('round'),
  block: z.string(),
  round: z.int().min(1),
  /** Queries of the block whose verdict is settled by now. */
  settled: z.array(z.string()),
  /** Time spent on measuring so far, milliseconds. */
  elapsedMs: z.number().nonnegative(),
  at: z.string(),
})
export type RoundEnd = z.infer<typeof roundSchema>

/** Measuring went on after an interruption, on a database made anew from the same seed. */
export const resumedSchema = z.strictObject({ type: z.literal('resumed'), at: z.string() })
export type Resumed = z.infer<typeof resumedSchema>

export const stoppedBySchema = z.enum(['settled', 'rounds', 'budget', 'interrupted'])
export type StoppedBy = z.infer<typeof stoppedBySchema>

export const footerSchema = z.strictObject({
  type: z.literal('footer'),
  finishedAt: z.string(),
  measuringMs: z.number(),
  /** Why measuring ended. */
  stoppedBy: stoppedBySchema,
  /** What interrupted it, in words; null unless interrupted. */
  reason: z.string().nullable(),
})
export type EvidenceFooter = z.infer<typeof footerSchema>

export const evidenceLineSchema = z.discriminatedUnion('type', [
  headerSchema,
  warmUpSchema,
  floorSampleSchema,
  sampleSchema,
  roundSchema,
  resumedSchema,
  footerSchema,
])
export type EvidenceLine = z.infer<typeof evidenceLineSchema>

export interface Evidence {
  readonly header: EvidenceHeader
  readonly warmUps: readonly WarmUp[]
  readonly floor: readonly FloorSample[]
  readonly samples: readonly Sample[]
  readonly rounds: readonly RoundEnd[]
  readonly resumed: readonly Resumed[]
  /** Null while the run is still measuring, and where it was killed. */
  readonly footer: EvidenceFooter | null
  readonly plans: readonly ArmPlans[]
}
