// Indexes planted into the migration of the scenario chat, each with what must be found out of it.

export type PlantedKind = 'duplicate' | 'prefix' | 'harmful' | 'useless'

export interface PlantedIndex {
  readonly name: string
  readonly kind: PlantedKind
  /** What follows ON. */
  readonly on: string
}

/** Of indexes that the migration has: the same again, or the first of their columns. */
const OVERLAPPING: readonly [PlantedKind, string][] = [
  ['duplicate', 'messages (tenant_id, created_at DESC, id DESC)'],
  ['duplicate', 'users (email)'],
  ['duplicate', 'messages (tenant_id, conversation_id) WHERE NOT is_read'],
  ['duplicate', 'messages USING gin (metadata jsonb_path_ops)'],
  ['duplicate', 'conversations (tenant_id, status, last_message_at DESC, id)'],
  ['prefix', 'messages (tenant_id)'],
  ['prefix', 'messages (tenant_id, created_at DESC)'],
  ['prefix', 'messages (conversation_id)'],
  ['prefix', 'conversations (tenant_id, status)'],
  ['prefix', 'conversations (tenant_id)'],
  // Steals the plan of the query that is planted beside it.
  ['harmful', 'messages (created_at)'],
]

/** Columns that no query of the scenario searches or orders by alone. */
const USELESS: Readonly<Record<string, readonly string[]>> = {
  users: ['name', 'role', 'last_seen_at', 'created_at'],
  conversations: ['title', 'channel', 'created_at'],
  tenants: ['name', 'plan', 'region', 'created_at'],
  messages: ['md5(body)', 'length(body)', 'is_read, sender_id'],
}

/** As many as asked for; the overlapping and the harmful are always among them. */
export function plantIndexes(count: number): readonly PlantedIndex[] {
  const overlapping = OVERLAPPING.map(([kind, on]) => ({ kind, on }))
  const useless = uselessTargets().slice(0, Math.max(0, count - overlapping.length))
  const planted = [...overlapping, ...useless.map((on) => ({ kind: 'useless' as const, on }))]
  return planted.map(({ kind, on }, i) => ({ name: `planted_${kind}_${i + 1}`, kind, on }))
}

/** Each column in turn alone, then over every other part of its rows: partial indexes stay small. */
function uselessTargets(): readonly string[] {
  const columns = Object.entries(USELESS).flatMap(([table, list]) =>
    list.map((column) => ({ table, column: column.includes('(') ? `(${column})` : column })),
  )
  const parts = Array.from({ length: 40 }, (_, part) => part)
  return [
    ...columns.map(({ table, column }) => `${table} (${column})`),
    ...parts.flatMap((part) =>
      columns.map(({ table, column }) => `${table} (${column}) WHERE id % 40 = ${part}`),
    ),
  ]
}
