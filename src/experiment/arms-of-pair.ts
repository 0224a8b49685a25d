// The two states of each pair, made from the two arms of the run.
import { leftOutIndex, pairKind, type Pair } from '../model/comparison.js'
import type { MigrationFacts } from '../model/facts.js'
import type { Arms } from '../measure/arms.js'
import { dropStatement } from '../migrate/toggle.js'

/** What the states of the pairs are made of. */
export interface PairParts {
  readonly arms: Arms
  readonly migration: MigrationFacts
}

/** Every pair but main and control looks closer at the migrated database, as the arm `after` has it. */
export function armsOfPair(pair: Pair, { arms, migration }: PairParts): Arms {
  const { before, after } = arms
  switch (pairKind(pair)) {
    case 'main':
      return arms
    case 'control':
      return { before, after: before }
    case 'without':
      return { before: { ...after, entry: dropOf(leftOutIndex(pair), migration) }, after }
    case 'policy':
    case 'generic':
      throw new Error(`no arms for the pair ${pair}`)
  }
}

const dropOf = (index: string | null, { indexes }: MigrationFacts): string =>
  dropStatement(indexes.filter(({ schema, name }) => `${schema}.${name}` === index))
