// What is to be said of each index: whether it was used, and if not, what else it is there for.
import type { Bloat, InspectedIndex } from '../../model/inspection.js'
import type { IndexUsage, KeyFacts } from '../../model/inspection-facts.js'
import { cacheHit } from './cache-hit.js'

/** By scans, the most first; of those without, the largest first. The tops of partitioned indexes hold nothing: left out. */
export function inspectIndexes(
  indexes: readonly IndexUsage[],
  foreignKeys: readonly KeyFacts[],
  bloatOf: (oid: string) => Bloat | null,
): InspectedIndex[] {
  const keys = new Map<string, string[]>()
  for (const key of foreignKeys) {
    for (const index of key.indexes) keys.set(index, [...(keys.get(index) ?? []), key.constraint])
  }
  return indexes
    .filter(({ partitioned, shape }) => !partitioned || !shape.valid)
    .map((index) => {
      const { keys: _columns, parameters: _parameters, ...shape } = index.shape
      return {
        ...shape,
        state: stateOf(index),
        scans: index.scans,
        lastScanAt: index.lastScanAt,
        cache: cacheHit(index.hits, index.reads),
        foreignKeys: [...(keys.get(shape.index) ?? []), ...(keys.get(shape.partOf ?? '') ?? [])],
        bloat: bloatOf(index.oid),
      }
    })
    .sort((a, b) => b.scans - a.scans || b.sizeBytes - a.sizeBytes || compare(a.index, b.index))
}

function stateOf(index: IndexUsage): InspectedIndex['state'] {
  const { shape, building, scans, exclusion, replicaIdentity } = index
  if (!shape.valid) return building ? 'building' : 'invalid'
  if (scans > 0) return 'used'
  const lives = shape.unique || shape.constraint !== null || exclusion || replicaIdentity
  return lives ? 'enforcing' : 'unused'
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
