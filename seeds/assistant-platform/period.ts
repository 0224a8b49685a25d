// The year before the migration of the report. Fixed, so that the data does not depend on the day it is made.

export const PERIOD = { start: Date.UTC(2024, 0, 6), end: Date.UTC(2025, 0, 6) } as const

export const DAY_MS = 86_400_000
