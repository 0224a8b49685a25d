// What a run knows before its first sample: data, server, migration, queries, machine, and the rules it will decide by.
import { z } from 'zod'
import { pairSchema } from './comparison.js'
import { EXTENSIONS } from './dataset.js'
import { planModeSchema } from './plan-mode.js'
import { SERVER_KINDS } from './server-kinds.js'

const noticeSchema = z.strictObject({ severity: z.string(), code: z.string(), message: z.string() })

/** SHARE: writes wait; SHARE UPDATE EXCLUSIVE: neither reads nor writes do; ACCESS EXCLUSIVE: both do. */
export const lockSchema = z.enum(['SHARE', 'SHARE UPDATE EXCLUSIVE', 'ACCESS EXCLUSIVE'])
export type Lock = z.infer<typeof lockSchema>

export const statementSchema = z.strictObject({
  file: z.string(),
  line: z.int(),
  /** Node of PostgreSQL's parse tree, e.g. IndexStmt. */
  kind: z.string(),
  sql: z.string(),
  durationMs: z.number(),
  /** The lock it holds on its table until it is done; null where it locks none. */
  lock: lockSchema.nullable(),
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
  /** Of the statement that created it; null where one statement made several indexes. */
  lock: lockSchema.nullable(),
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
  /** An earlier run seeded it, in that time, and kept it. */
  reused: z.boolean().default(false),
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
  /** Recall@k of each parameter row, in both arms; empty unless approximate. */
  recalls: z.array(z.strictObject({ before: z.number(), after: z.number() })),
  /** Parameter rows that got fewer rows than the exact answer has. */
  short: z.int(),
})
export type ResultCheck = z.infer<typeof resultCheckSchema>

/** What was looked up before a closer look at a query: the same of its two states. */
export const pairCheckSchema = z.strictObject({
  query: z.string(),
  pair: pairSchema,
  check: resultCheckSchema,
  /** Operators that an index evaluates in one state only, and whether row-level security lets it do so (pg_proc.proleakproof). */
  operators: z.array(
    z.strictObject({
      /** Name without schema, as in a plan. */
      index: z.string(),
      operator: z.string(),
      leakproof: z.boolean(),
    }),
  ),
})
export type PairCheck = z.infer<typeof pairCheckSchema>

export const queryFactsSchema = z.strictObject({
  name: z.string(),
  title: z.string(),
  sql: z.string(),
  role: z.string(),
  /** What was published of it, word for word; null where nothing was. */
  says: z.string().nullable(),
  claim: z.string().nullable(),
  writes: z.boolean(),
  settings: z.record(z.string(), z.string()),
  /** How plans are made for it. */
  planMode: planModeSchema,
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
  /** Names of writes. */
  writes: z.array(z.string()),
  /** Names of claims on groups of which a member is left out: on the others alone nothing was claimed. */
  claims: z.array(z.string()),
  checks: z.array(z.string()),
  fails: z.array(z.string()),
  /** Of the preparation and the migration, as written. */
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
  /** clones: its migration is whatever it wants to be, and nobody tidies up after it. */
  arms: z.enum(['transactions', 'clones']),
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
