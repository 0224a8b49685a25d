// The relations of the system that a scenario leaves alone: no write to any of them, and no look at those that hold
// passwords or files of the server.
import type { Refusal } from './refusal.js'

const WRITES = new Set(['InsertStmt', 'UpdateStmt', 'DeleteStmt', 'MergeStmt'])
const SYSTEM_SCHEMAS = new Set(['pg_catalog', 'information_schema', 'pg_toast'])
const SECRET =
  /^(?:pg_authid|pg_shadow|pg_user_mappings?|pg_subscription|pg_largeobject|pg_hba_file_rules|pg_ident_file_mappings|pg_file_settings)$/

const WRITE_REFUSED: Refusal = {
  why: 'is part of the system, and a write to it can change roles, settings or code',
  hint: 'Write to the tables of the dataset only',
}
const SECRET_REFUSED: Refusal = {
  why: 'holds passwords or files of the server',
  hint: 'Read the tables of the dataset, and of the catalogue those that every role may read',
}

interface Relation {
  readonly name: string
  readonly schema: string | undefined
}

/** Why the relation that a node of the parse tree names, or writes to, is refused; undefined where it is not. */
export function refusedRelation(
  kind: string,
  fields: Readonly<Record<string, unknown>>,
): { readonly relation: string; readonly refusal: Refusal } | undefined {
  const named = relationOf(fields)
  if (named !== undefined && SECRET.test(named.name)) return { relation: named.name, refusal: SECRET_REFUSED }
  const written = WRITES.has(kind) ? relationOf(fields['relation']) : undefined
  return written !== undefined && isSystem(written)
    ? { relation: written.name, refusal: WRITE_REFUSED }
    : undefined
}

function relationOf(value: unknown): Relation | undefined {
  const { relname, schemaname } = (value ?? {}) as { relname?: unknown; schemaname?: unknown }
  if (typeof relname !== 'string') return undefined
  return { name: relname, schema: typeof schemaname === 'string' ? schemaname : undefined }
}

// The system's schema is searched first, so a bare name that begins with pg_ is most likely the system's.
const isSystem = ({ name, schema }: Relation): boolean =>
  schema === undefined ? name.startsWith('pg_') : SYSTEM_SCHEMAS.has(schema)
