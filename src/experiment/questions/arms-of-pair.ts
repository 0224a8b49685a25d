// The two states of each pair, made from the two arms of the run.
import { leftOutIndex, pairKind, subsetPair, type Pair } from '../../model/comparison.js'
import type { SubsetChoice } from '../../model/evidence.js'
import type { MigrationFacts } from '../../model/facts.js'
import { PLAN_CACHE_MODE, type PlanMode } from '../../model/plan-mode.js'
import type { Arms } from '../../measure/arms.js'
import { dropStatement } from '../../migrate/toggle.js'
import { switchOffRowSecurity, type SecuredTable } from '../../postgres/catalog/row-security.js'

/** What the states of the pairs are made of. */
export interface PairParts {
  readonly arms: Arms
  readonly migration: MigrationFacts
  /** Tables that row-level security guards. */
  readonly securedTables: readonly SecuredTable[]
  /** The smaller sets of indexes that are measured. */
  readonly subsets: readonly SubsetChoice[]
}

/** Every pair but main and control looks closer at the migrated database, as the arm `after` has it. */
export function armsOfPair(pair: Pair, { arms, migration, securedTables, subsets }: PairParts): Arms {
  const { before, after } = arms
  switch (pairKind(pair)) {
    case 'main':
      return arms
    case 'control':
      return { before, after: before }
    case 'without':
      return { before: { ...after, entry: dropOf(leftOutIndex(pair), migration) }, after }
    case 'subset':
      return { before: { ...after, entry: dropOthers(pair, subsets, migration) }, after }
    case 'policy':
      return { before: { ...after, entry: switchOffRowSecurity(securedTables) }, after }
    case 'generic':
      return {
        before: { ...after, entry: planning('custom') },
        after: { ...after, entry: planning('generic') },
      }
  }
}

/** How many indexes come and go between the states of the pair. */
export function switchedIndexes(pair: Pair, { arms, migration, subsets }: PairParts): number {
  switch (pairKind(pair)) {
    case 'main':
    case 'control':
      return arms.before.entry === '' ? 0 : migration.indexes.length
    case 'without':
      return 1
    case 'subset':
      return migration.indexes.length - (choiceOf(pair, subsets)?.indexes.length ?? 0)
    case 'policy':
    case 'generic':
      return 0
  }
}

const choiceOf = (pair: Pair, subsets: readonly SubsetChoice[]): SubsetChoice | undefined =>
  subsets.find(({ attempt }) => pair === subsetPair(attempt))
const planning = (mode: PlanMode): string => `set local plan_cache_mode = ${PLAN_CACHE_MODE[mode]}`

const dropOf = (index: string | null, { indexes }: MigrationFacts): string =>
  dropStatement(indexes.filter(({ schema, name }) => `${schema}.${name}` === index))

function dropOthers(pair: Pair, subsets: readonly SubsetChoice[], { indexes }: MigrationFacts): string {
  const kept = new Set(choiceOf(pair, subsets)?.indexes)
  return dropStatement(indexes.filter(({ schema, name }) => !kept.has(`${schema}.${name}`)))
}
