// Indexing that cannot silently give undefined.

/** The item at this index; throws RangeError where there is none, which is a bug of the caller. */
export function at<T>(items: readonly T[], index: number): T {
  if (!(index in items)) throw new RangeError(`no item ${index} among ${items.length}`)
  return items[index] as T
}
