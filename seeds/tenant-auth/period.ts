// When the tenants joined and their people signed in. Fixed, so that the data does not depend on the day it is made.

export const DAY_MS = 86_400_000

/** `end` is the present of every query on this dataset. */
export const PERIOD = { start: Date.UTC(2022, 8, 1), end: Date.UTC(2025, 0, 1) } as const
