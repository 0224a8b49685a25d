// How many rows each table gets for a number of messages.

export interface ChatCounts {
  readonly tenants: number
  readonly users: number
  readonly conversations: number
  readonly messages: number
  readonly embeddings: number
  readonly heldOutQueries: number
}

/** One message in this many is embedded. */
export const MESSAGES_PER_EMBEDDING = 4

export function chatCounts(messages: number): ChatCounts {
  const tenants = Math.min(5000, Math.max(10, Math.round(messages / 400)))
  return {
    tenants,
    users: Math.max(3 * tenants, Math.round(messages / 20)),
    conversations: Math.max(3 * tenants, Math.round(messages / 10)),
    messages,
    embeddings: Math.floor(messages / MESSAGES_PER_EMBEDDING),
    heldOutQueries: Math.max(200, 3 * tenants),
  }
}
