// What is compared with what. Every comparison is of one query in two states of the database, called before and after.
import { z } from 'zod'

/**
 * main: without the migration and with it. The others look closer:
 * control: before and before (A/A).
 * policy: with the migration, row-level security switched off and on.
 * generic: with the migration, a custom plan and a generic one.
 * without X: with the migration but for the index X (schema.name), and with all of it.
 * subset N: with fewer indexes of the migration (the evidence's line says which), and with all of it.
 */
export const pairSchema = z.union([
  z.enum(['main', 'control', 'policy', 'generic', 'subset 1', 'subset 2']),
  z.templateLiteral(['without ', z.string()]),
])
export type Pair = z.infer<typeof pairSchema>

/** The kinds of pairs that share an error rate: all the indexes left out are one kind. */
export type PairKind = 'main' | 'control' | 'policy' | 'generic' | 'without' | 'subset'

export const comparisonSchema = z.strictObject({ query: z.string(), pair: pairSchema })
export type Comparison = z.infer<typeof comparisonSchema>

/** Names a comparison in a log line or a set; that of the main pair is the query's name. */
export const comparisonKey = ({ query, pair }: Comparison): string =>
  pair === 'main' ? query : `${query} (${pair})`

const WITHOUT = 'without '

/** `index` is schema.name. */
export const pairWithout = (index: string): Pair => `${WITHOUT}${index}`

export const subsetPair = (attempt: 1 | 2): Pair => `subset ${attempt}`

/** The index (schema.name) that the pair leaves out; null for other pairs. */
export const leftOutIndex = (pair: Pair): string | null =>
  pair.startsWith(WITHOUT) ? pair.slice(WITHOUT.length) : null

export const pairKind = (pair: Pair): PairKind => {
  if (pair === 'main' || pair === 'control' || pair === 'policy' || pair === 'generic') return pair
  return pair === 'subset 1' || pair === 'subset 2' ? 'subset' : 'without'
}
