// PostgreSQL's text, read as what it stands for.
import type { Row, Value } from '../../session.js'

/** The system's own, and temporary tables of whatever session: no statement of the user's plans is about them. */
export const usersOnly = (namespace: string): string =>
  `${namespace}.nspname not in ('pg_catalog', 'information_schema') and ${namespace}.nspname !~ '^pg_(toast|temp)'`

export const numberIn = (row: Row, name: string): number => Number(row[name] ?? 0)

export const numberOrNull = (value: Value | undefined): number | null =>
  value === null || value === undefined ? null : Number(value)

export const isTrue = (row: Row, name: string): boolean => row[name] === 't'

/** A moment as ISO 8601 in UTC, in SQL. */
export const momentSql = (expression: string): string =>
  `to_char(${expression} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
