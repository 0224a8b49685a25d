// The next few items of an iterator, which stays open for those after them (a for-of loop would close it).

/** At most `limit` items; none once the iterator is done. */
export function takeBatch<T>(iterator: Iterator<T>, limit: number): T[] {
  const batch: T[] = []
  while (batch.length < limit) {
    const next = iterator.next()
    if (next.done === true) break
    batch.push(next.value)
  }
  return batch
}
