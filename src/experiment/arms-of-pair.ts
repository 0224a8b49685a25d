// The two states of each pair, made from the two arms of the run.
import { leftOutIndex, pairKind, subsetPair, type Pair } from '../model/comparison.js'
import type { SubsetChoice } from '../model/evidence.js'
import type { MigrationFacts } from '../model/facts.js'
import type { Arms } from '../measure/arms.js'
import { dropStatement } from '../migrate/toggle.js'

/** What the states of the pairs are made of. */
export interface PairParts {
  readonly arms: Arms
  readonly migration: MigrationFacts
  /** The smaller sets of indexes that are measured. */
  readonly subsets: readonly SubsetChoice[]
}

/** Every pair but main and control looks closer at the migrated database, as the arm `after` has it. */
export function armsOfPair(pair: Pair, { arms, migration, subsets }: PairParts): Arms {
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
    case 'generic':
      throw new Error(`no arms for the pair ${pair}`)
  }
}

const dropOf = (index: string | null, { indexes }: MigrationFacts): string =>
  dropStatement(indexes.filter(({ schema, name }) => `${schema}.${name}` === index))

function dropOthers(pair: Pair, subsets: readonly SubsetChoice[], { indexes }: MigrationFacts): string {
  const choice = subsets.find(({ attempt }) => pair === subsetPair(attempt))
  const kept = new Set(choice?.indexes)
  return dropStatement(indexes.filter(({ schema, name }) => !kept.has(`${schema}.${name}`)))
}
