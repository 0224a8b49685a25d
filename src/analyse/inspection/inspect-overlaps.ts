// Indexes whose work another does, and that nothing else needs: what enforces a rule of its own is none.
import type { InspectedOverlap } from '../../model/inspection.js'
import type { IndexUsage } from '../../model/inspection-facts.js'
import { findOverlaps } from '../attribution/find-overlaps.js'

export function inspectOverlaps(indexes: readonly IndexUsage[]): InspectedOverlap[] {
  const byName = new Map(indexes.map((index) => [index.shape.index, index]))
  // The top of a partitioned index holds nothing itself.
  const sizeOf = (name: string): number =>
    indexes
      .filter(({ shape }) => shape.partOf === name)
      .reduce((sum, { shape }) => sum + sizeOf(shape.index), byName.get(name)?.shape.sizeBytes ?? 0)
  // A part of a partitioned index can stand for another index of its partition, and goes with the whole alone.
  const shapes = indexes.map(({ shape }) =>
    shape.partOf === null ? shape : { ...shape, partOf: null, constraint: shape.constraint ?? shape.partOf },
  )
  return findOverlaps(shapes)
    .filter(({ index, of }) => canGo(byName.get(index), byName.get(of)))
    .map((overlap) => ({ ...overlap, sizeBytes: sizeOf(overlap.index) }))
}

function canGo(one: IndexUsage | undefined, other: IndexUsage | undefined): boolean {
  if (one === undefined || other === undefined) return false
  const { shape, exclusion, referenced, replicaIdentity } = one
  if (shape.partOf !== null || exclusion || referenced || replicaIdentity) return false
  if (!shape.unique) return true
  return other.shape.unique && one.nullsNotDistinct === other.nullsNotDistinct
}
