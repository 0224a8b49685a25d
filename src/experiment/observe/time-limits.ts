// How long one statement may take in each phase of a run before measuring, which has a limit of its own; a lock is waited for 5 s in all of them (bound-session.ts).

const MINUTE_MS = 60_000

export const STATEMENT_LIMITS_MS = {
  /** One table's COPY, one constraint. */
  seeding: 120 * MINUTE_MS,
  /** One index build. */
  migrating: 120 * MINUTE_MS,
  /** One query, with EXPLAIN or without, and the vacuum after them all. */
  checking: 10 * MINUTE_MS,
} as const
