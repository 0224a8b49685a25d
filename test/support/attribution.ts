// A hand-built attribution: each verdict on an index, overlaps, and two attempts at a smaller set.
import type { AttributedIndex, Attribution, IndexVerdict } from '../../src/model/attribution.js'
import { speedup } from './query-result.js'

const attributed = (
  name: string,
  verdict: IndexVerdict,
  changes: Partial<AttributedIndex> = {},
): AttributedIndex => ({
  index: `public.${name}`,
  verdict,
  reason: `the reason of ${name}`,
  redundantWith: [],
  duplicateOf: null,
  prefixOf: null,
  enforcesUniqueness: false,
  effects: [],
  ...changes,
})

export const makeAttribution = (names: readonly string[]): Attribution => ({
  indexes: names.map((name, i) =>
    attributed(name, i === 0 ? 'needed' : i === 1 ? 'harmful' : 'unused', {
      effects:
        i > 1
          ? []
          : [
              {
                query: 'timeline',
                via: 'plan',
                instead: [],
                verdict: 'faster',
                speedup: speedup(8, 7.5, 8.6),
              },
              {
                query: 'delete',
                via: 'foreign key',
                instead: [],
                verdict: 'slower',
                speedup: speedup(0.5, 0.45, 0.55),
              },
            ],
      duplicateOf: i === 2 ? `public.${names[0]}` : null,
      enforcesUniqueness: i === 0,
    }),
  ),
  overlaps: names.slice(2).map((name) => ({
    kind: 'duplicate',
    index: `public.${name}`,
    of: `public.${names[0]}`,
    definition: `CREATE INDEX ${name} ON public.messages USING btree (tenant_id, created_at DESC)`,
    ofDefinition: `CREATE INDEX ${names[0]} ON public.messages USING btree (tenant_id, created_at DESC)`,
  })),
  subsets: [
    {
      attempt: 1,
      indexes: names.slice(0, 1).map((name) => `public.${name}`),
      leftOut: names.slice(1).map((name) => `public.${name}`),
      sizeBytes: 2 ** 20,
      leftOutBytes: 3 * 2 ** 20,
      retained: { estimate: 0.981, low: 0.962, high: 1.003, confidence: 0.975 },
      verdict: 'enough',
      reason: 'they keep between 96.2 % and 100.3 % of the gain',
    },
  ],
})
