// Which rows are deleted from a table whose index is watched. The nearest of every query are the worst for it: a graph meets
// the dead rows first and counts them among those it looks at.
import { isThere, type Life } from './life.js'

/** Ids of rows that are there. */
export async function chooseDeleted(life: Life): Promise<readonly number[]> {
  const { deletes } = life.options
  if (deletes.kind === 'nearest') {
    const near = await life.ports.nearest(isThere(life), life.held.vectors, deletes.count)
    return [...new Set(near.flatMap(({ ids }) => ids))]
  }
  return evenShare(idsThere(life), deletes.share)
}

function idsThere(life: Life): readonly number[] {
  const { ids, categories } = life.rows
  const there = isThere(life)
  return [...ids].filter((id, row) => there({ id, category: categories[row] ?? 0 }))
}

/** Evenly spread: as many in any part as in any other. */
export const evenShare = <T>(items: readonly T[], share: number): readonly T[] =>
  items.filter((_, position) => Math.floor((position + 1) * share) > Math.floor(position * share))
