// Versions of extensions, such as 0.8.0: by their numbers, not as text.

/** Below zero where `a` is older, above where it is newer; a part that is not there counts as 0. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [numbersOf(a), numbersOf(b)]
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

const numbersOf = (version: string): readonly number[] => (version.match(/\d+/g) ?? []).map(Number)
