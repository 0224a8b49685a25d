// Another value for a column, where its type has an obvious one.

const PLUS_ONE = new Set(['smallint', 'integer', 'bigint', 'numeric', 'real', 'double precision', 'date'])
const TIMES = new Set([
  'timestamp without time zone',
  'timestamp with time zone',
  'time without time zone',
  'interval',
])
const TEXTS = new Set(['text', 'character varying', 'citext'])

/** An SQL expression of the quoted column; null where nothing is obvious. */
export function changedValue(column: string, type: string): string | null {
  if (type === 'boolean') return `not ${column}`
  if (PLUS_ONE.has(type)) return `${column} + 1`
  if (TIMES.has(type)) return `${column} + interval '1 second'`
  if (TEXTS.has(type)) return `${column} || '.'`
  if (type === 'uuid') return 'gen_random_uuid()'
  if (type === 'jsonb') return `${column} || '{"indexproof": true}'`
  return null
}
