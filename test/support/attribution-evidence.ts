// Synthetic evidence of a migration with several indexes, each left out with a known true effect.
import { pairWithout, subsetPair, type Comparison } from '../../src/model/comparison.js'
import type { Evidence, SubsetChoice } from '../../src/model/evidence.js'
import type { IndexUse } from '../../src/model/index-facts.js'
import { makeEvidence } from './evidence.js'
import { indexShape } from './index-shape.js'

export interface KnownUse extends Partial<IndexUse> {
  readonly query: string
  /** Without the schema. */
  readonly index: string
  /** True ratio of latency without it ÷ with it; null where it was not timed. */
  readonly effect: number | null
}

export interface KnownIndexes {
  /** Names, and sizes in bytes. */
  readonly sizes: Readonly<Record<string, number>>
  readonly uses: readonly KnownUse[]
  /** True ratios of latency with the subset ÷ with all, by query. */
  readonly subset?: {
    readonly indexes: readonly string[]
    readonly effects: Readonly<Record<string, number>>
  }
}

/** Every query is 20 times as fast with the migration. */
export function attributionEvidence({ sizes, uses, subset }: KnownIndexes): Evidence {
  const names = Object.keys(sizes)
  const queries = [...new Set(uses.map(({ query }) => query)), 'other']
  const choice: SubsetChoice | null =
    subset === undefined
      ? null
      : {
          type: 'subset',
          attempt: 1,
          indexes: subset.indexes.map((name) => `public.${name}`),
          queries: Object.keys(subset.effects),
        }
  const left = uses.flatMap(({ query, index, effect }) =>
    effect === null ? [] : [{ query, pair: pairWithout(`public.${index}`), speedup: effect }],
  )
  const fewer = Object.entries(subset?.effects ?? {}).map(([query, speedup]) => ({
    query,
    pair: subsetPair(1),
    speedup,
  }))
  const evidence = makeEvidence({
    queries: queries.map((name) => ({ name, speedup: 20 })),
    closer: [...left, ...fewer],
    noise: 0.01,
  })
  const comparisons: Comparison[] = left.map(({ query, pair }) => ({ query, pair }))
  return {
    ...evidence,
    subsets: choice === null ? [] : [choice],
    header: {
      ...evidence.header,
      migration: {
        ...evidence.header.migration,
        indexes: names.map((name) => ({
          schema: 'public',
          name,
          table: 'messages',
          method: 'btree',
          definition: `CREATE INDEX ${name} …`,
          sizeBytes: sizes[name] ?? 0,
          buildMs: 1,
          lock: 'SHARE' as const,
          valid: true,
        })),
      },
      comparisons: [...evidence.header.comparisons, ...comparisons],
      indexes: {
        shapes: names.map((name) => indexShape(name, [name], { sizeBytes: sizes[name] ?? 0 })),
        foreignKeys: [],
        uses: uses.map(({ query, index, via, instead, costRatio }) => ({
          query,
          index: `public.${index}`,
          via: via ?? 'plan',
          constraints: [],
          instead: (instead ?? []).map((other) => `public.${other}`),
          costRatio: costRatio ?? 1,
        })),
        leaveOneOut: 'on',
      },
    },
  }
}
