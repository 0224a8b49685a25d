// When the reports were written. Fixed, so that the data does not depend on the day it is made.

export const DAY_MS = 86_400_000

/** `end` is the present of every query on this dataset. */
export const PERIOD = { start: Date.UTC(2023, 6, 1), end: Date.UTC(2025, 9, 24) } as const
