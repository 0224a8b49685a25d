// Versions as extversion has them: 0.8.0

/** By numbers, part for part: 0.10.0 is after 0.8.0. */
export function isBefore(version: string, other: string): boolean {
  const [own, others] = [partsOf(version), partsOf(other)]
  const differing = others.findIndex((part, position) => part !== (own[position] ?? 0))
  return differing !== -1 && (own[differing] ?? 0) < (others[differing] ?? 0)
}

const partsOf = (version: string): readonly number[] =>
  version.split('.').map((part) => Number.parseInt(part, 10))
