// The time budget of a run, and what counts against it.

export interface BudgetClock {
  /** Spent so far, in interrupted runs too, nanoseconds. */
  elapsedNs(): number
  /** What is left of the budget as a share of it; below zero when it is spent. */
  shareLeft(): number
  /** When this share of the budget will be spent, on the clock of `now`. */
  endsNs(share: number): number
  /** The time that `work` takes does not count. */
  uncounted<T>(work: () => Promise<T>): Promise<T>
}

/** `now` is monotonic, nanoseconds; `spentMs` of the budget were spent before. */
export function budgetClock(now: () => number, budgetMs: number, spentMs: number): BudgetClock {
  const budgetNs = budgetMs * 1e6
  let startNs = now() - spentMs * 1e6
  const elapsedNs = (): number => now() - startNs
  return {
    elapsedNs,
    shareLeft: () => 1 - elapsedNs() / budgetNs,
    endsNs: (share) => startNs + budgetNs * share,
    uncounted: async (work) => {
      const begunNs = now()
      try {
        return await work()
      } finally {
        startNs += now() - begunNs
      }
    },
  }
}
