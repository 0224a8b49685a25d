// Many candidates on few rows, the better half of them on more, the rest on all: what will not win is built small alone.
// Jamieson & Talwalkar (2016), "Non-stochastic best arm identification and hyperparameter optimization".

export interface Trial<Candidate> {
  readonly candidate: Candidate
  /** On every n-th row; 1 for all of them. */
  readonly everyNth: number
  /** What a search costs at each recall target, in the order of the targets; null where it is not reached. */
  readonly costs: readonly (number | null)[]
  /** The highest recall seen: it decides among those that reach no target. */
  readonly highestRecall: number
  /** Why it cannot go on, such as a build that failed; null where it can. */
  readonly failure: string | null
}

export interface Halving<Candidate, T extends Trial<Candidate>> {
  readonly candidates: readonly Candidate[]
  /** Every how many rows, from few rows to all; the last is 1. */
  readonly rungs: readonly number[]
  readonly run: (candidate: Candidate, everyNth: number) => Promise<T>
  /** What is tried on all rows right after the best one, whatever the samples say of it; null for none. */
  readonly alsoOnAll?: (best: Candidate) => Candidate | null
  /** Why there is neither time nor room for another one; null where there is. `isNeeded`: else none of them would be tried. */
  readonly refuse: (candidate: Candidate, everyNth: number, isNeeded: boolean) => string | null
}

export interface Halved<Candidate, T> {
  /** On all rows, best first. */
  readonly finished: readonly T[]
  readonly dropped: readonly Dropped<Candidate>[]
}

export async function successiveHalving<Candidate, T extends Trial<Candidate>>(
  halving: Halving<Candidate, T>,
): Promise<Halved<Candidate, T>> {
  let dropped: readonly Dropped<Candidate>[] = []
  let candidates = halving.candidates
  let ranked: readonly T[] = []
  for (const [position, everyNth] of halving.rungs.entries()) {
    const isLast = position === halving.rungs.length - 1
    const [best, ...others] = candidates
    const also = isLast && position > 0 && best !== undefined ? (halving.alsoOnAll?.(best) ?? null) : null
    if (best !== undefined && also !== null) {
      candidates = [best, also, ...others.filter((other) => other !== also)]
      dropped = dropped.filter(({ candidate }) => candidate !== also)
    }
    const rung = await runRung(halving, candidates, everyNth)
    ranked = rankTrials(rung.trials)
    // A sample that there was no time for says nothing against anybody: all of them go on.
    if (ranked.length === 0 && !isLast) continue
    dropped = [...dropped, ...rung.dropped]
    if (isLast) break
    const kept = Math.ceil(ranked.length / 2)
    const reason = `among the slower half on one row in ${everyNth}`
    dropped = [...dropped, ...ranked.slice(kept).map(({ candidate }) => ({ candidate, reason }))]
    // Best first: should time run out, it has been built.
    candidates = ranked.slice(0, kept).map(({ candidate }) => candidate)
  }
  return { finished: ranked, dropped }
}

interface Dropped<Candidate> {
  readonly candidate: Candidate
  readonly reason: string
}

async function runRung<Candidate, T extends Trial<Candidate>>(
  { run, refuse }: Halving<Candidate, T>,
  candidates: readonly Candidate[],
  everyNth: number,
): Promise<{ readonly trials: readonly T[]; readonly dropped: readonly Dropped<Candidate>[] }> {
  const trials: T[] = []
  const dropped: Dropped<Candidate>[] = []
  for (const [position, candidate] of candidates.entries()) {
    const fits = (other: Candidate): boolean => refuse(other, everyNth, false) === null
    const isNeeded = trials.length === 0 && !candidates.slice(position).some(fits)
    const refusal = refuse(candidate, everyNth, isNeeded)
    const trial = refusal === null ? await run(candidate, everyNth) : null
    const reason = refusal ?? trial?.failure ?? null
    if (reason !== null) dropped.push({ candidate, reason })
    else if (trial !== null) trials.push(trial)
  }
  return { trials, dropped }
}

/** Best first. Targets choose in turns, the cheapest that none has chosen yet; those that reach none come last. */
export function rankTrials<T extends Trial<unknown>>(trials: readonly T[]): readonly T[] {
  const targets = trials[0]?.costs.length ?? 0
  const ranked = new Set<T>()
  const byTarget = Array.from({ length: targets }, (_, target) =>
    trials
      .filter(({ costs }) => costs[target] !== null)
      .sort((a, b) => (a.costs[target] ?? Infinity) - (b.costs[target] ?? Infinity)),
  )
  for (let turn = 0; turn < trials.length; turn++) {
    // The highest target first: it is the hardest to reach.
    for (const reached of byTarget.toReversed()) {
      const next = reached.find((trial) => !ranked.has(trial))
      if (next !== undefined) ranked.add(next)
    }
  }
  const rest = trials.filter((trial) => !ranked.has(trial))
  return [...ranked, ...rest.sort((a, b) => b.highestRecall - a.highestRecall)]
}
