// The two years in which the messages were sent. Fixed, so that the data does not depend on the day it is made.

export const PERIOD = { start: Date.UTC(2023, 0, 1), end: Date.UTC(2025, 0, 1) } as const

export const DAY_MS = 86_400_000
