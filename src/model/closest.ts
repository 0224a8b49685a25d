// The candidate a mistyped word probably meant.
import { closest as nearest, distance } from 'fastest-levenshtein'

/**
 * The candidate nearest to `word` by edit distance, letter case aside; undefined when none is near enough to be
 * worth suggesting: more than two fifths of the letters would have to change (two swapped letters count as two).
 */
export function closest(word: string, candidates: readonly string[]): string | undefined {
  if (candidates.length === 0) return undefined
  const wanted = word.toLowerCase()
  const lowered = candidates.map((candidate) => candidate.toLowerCase())
  const found = nearest(wanted, lowered)
  const allowed = Math.ceil(Math.max(wanted.length, found.length) * 0.4)
  return distance(wanted, found) <= allowed ? candidates[lowered.indexOf(found)] : undefined
}
