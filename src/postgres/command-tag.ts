// The tag a command completes with.

/** "SELECT 20" → 20, "INSERT 0 3" → 3, "BEGIN" → 0. */
export const taggedRows = (tag: string): number => Number(/ (\d+)$/.exec(tag)?.[1] ?? 0)
