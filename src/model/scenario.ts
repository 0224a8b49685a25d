// A scenario, loaded and checked: nothing optional, nothing left to resolve but placeholders.
import type { Claim, TimedClaim } from './claim.js'
import type { ExtensionName } from './dataset.js'
import type { LeftOut } from './facts.js'
import type { Operation } from './price.js'
import type { ClaimedPair } from './group-claim.js'
import type { PlanChoice } from './plan-mode.js'
import type { Quantifier } from './quantifier.js'
import type { CheckMoment } from './scenario-checks.js'

/** A text and the file it came from: enough to point at file:line:column. */
export interface SourceText {
  /** Path as the user would write it, for messages. */
  readonly path: string
  readonly text: string
}

export interface Scenario {
  readonly name: string
  readonly title: string
  /** Folder the scenario was read from. */
  readonly folder: string
  readonly dataset: string
  /** The dataset role queries run under unless they name another. */
  readonly role: string
  /** What kind of arms the migration needs; `clones` where a transaction cannot hold it. */
  readonly armKind: 'transactions' | 'clones'
  /** SHA-256 over every file of the scenario, hex. */
  readonly hash: string
  readonly placeholders: Readonly<Record<string, PlaceholderRule>>
  /** Files applied to the seeded data, in both arms, before the migration. */
  readonly prepare: readonly SourceText[]
  /** Migration files in the order they apply. */
  readonly migrations: readonly SourceText[]
  readonly queries: readonly Query[]
  /** What the application writes: the price of the migration is measured with them. */
  readonly writes: readonly Write[]
  /** Claims on several queries at once. */
  readonly claims: readonly GroupClaim[]
  readonly checks: readonly ScenarioCheck[]
  readonly fails: readonly ExpectedFailure[]
  /** Extensions it has to do without, and what of it therefore is not here any more. */
  readonly without: readonly ExtensionName[]
  readonly leftOut: LeftOut
}

/** A number in the SQL that depends on the data: `${name}` is replaced by it before parsing. */
export interface PlaceholderRule {
  readonly rule: 'ivfflat-lists' | 'ivfflat-probes'
  readonly table: string
}

export interface Query {
  readonly name: string
  readonly title: string
  /** One statement with $1 … $n. */
  readonly sql: SourceText
  /** A query returning parameter rows: cohort, tenant, hit, p1 … pn. */
  readonly parameters: SourceText
  readonly parameterCount: number
  /** Does it change data? Such a query runs between savepoints and after the others. */
  readonly writes: boolean
  /** Has it a LIMIT? Then different rows may only mean that its order is not total. */
  readonly limited: boolean
  readonly role: string
  /** What was published of it, word for word; null where nothing was. */
  readonly says: string | null
  readonly claim: TimedClaim | null
  /** Settings of the application for this query; a value may be a placeholder. */
  readonly settings: Readonly<Record<string, string>>
  /** For approximate search: results are compared by recall instead of by equality. */
  readonly recall: RecallColumns | null
  /** compare: also measured with row-level security switched off. */
  readonly rls: 'keep' | 'compare'
  /** How its plans are made; compare: also measured with a generic plan. */
  readonly plan: PlanChoice
}

export interface GroupClaim {
  readonly name: string
  readonly title: string
  readonly says: string | null
  readonly claim: Claim
  readonly quantifier: Quantifier
  readonly pair: ClaimedPair
  /** Names of its members. */
  readonly queries: readonly string[]
}

/** Which output columns recall@k is computed from. */
export interface RecallColumns {
  readonly k: number
  readonly id: string
  readonly distance: string
}

/** One INSERT, UPDATE or DELETE. Each execution takes a parameter row of its own and is committed. */
export interface Write {
  readonly name: string
  readonly title: string
  readonly sql: SourceText
  readonly parameters: SourceText
  readonly parameterCount: number
  readonly operation: Operation
  readonly schema: string
  readonly table: string
  readonly role: string
}

/** One SELECT that returns one row: passed and detail. */
export interface ScenarioCheck {
  readonly name: string
  readonly title: string
  readonly says: string | null
  readonly when: CheckMoment
  readonly sql: SourceText
}

/** One statement that is said to fail on this schema. */
export interface ExpectedFailure {
  readonly name: string
  readonly title: string
  readonly says: string | null
  /** Null for whatever it fails with. */
  readonly sqlstate: string | null
  readonly sql: SourceText
}
