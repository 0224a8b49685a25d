// An index as the catalog would have it.
import type { IndexShape } from '../../src/model/index-facts.js'

/** A valid B-tree on public.messages over `keys`, unless told otherwise. */
export const indexShape = (
  name: string,
  keys: readonly string[],
  changes: Partial<IndexShape> = {},
): IndexShape => ({
  index: `public.${name}`,
  table: 'public.messages',
  method: 'btree',
  definition: `CREATE INDEX ${name} ON public.messages USING btree (${keys.join(', ')})`,
  sizeBytes: 1_048_576,
  valid: true,
  unique: false,
  keys: keys.map((key) => {
    const [column, ...order] = key.split(' ')
    return [column, 'pg_catalog.int4_ops', ...order].join(' ')
  }),
  included: [],
  predicate: null,
  parameters: [],
  constraint: null,
  partOf: null,
  ...changes,
})
