// Benjamini & Hochberg (1995), Controlling the false discovery rate, Journal of the Royal Statistical Society B 57(1).

/**
 * How many of these p-values are discoveries at this level, the smallest ones: the largest k of which the k-th smallest is at most
 * level · k ÷ m. With k = 0 none is.
 */
export function countDiscoveries(pValues: readonly number[], level: number): number {
  const sorted = [...pValues].sort((a, b) => a - b)
  return 1 + sorted.findLastIndex((p, i) => p <= (level * (i + 1)) / sorted.length)
}
