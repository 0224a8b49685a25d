// The time for measuring where none is given.

/** 45 s are enough for eleven queries; with more each gets its share. */
const LEAST_MS = 45_000
const BY_QUERY_MS = 4000

/** Milliseconds. */
export const usualBudgetMs = (queries: number): number => Math.max(LEAST_MS, BY_QUERY_MS * queries)

/** Of the budget for the verdicts, on top of it. */
const PRICE_SHARE = 1 / 3

/** Milliseconds for the writes of the price phase. */
export const usualPriceBudgetMs = (budgetMs: number): number => Math.ceil(budgetMs * PRICE_SHARE)
