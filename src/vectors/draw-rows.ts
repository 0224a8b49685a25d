// Which rows of a source are taken, where not all are wanted.
import { randomStream } from '../model/random.js'

interface TakenRows {
  readonly count: number
  /** Asked once for each row, in order. */
  has(row: number): boolean
}

/** Every set of rows is as likely as any other (Knuth, volume 2, 3.4.2, algorithm S); their order stays. */
export function drawRows(rowCount: number, sample: number | null, seed: number): TakenRows {
  if (sample === null || sample >= rowCount) return { count: rowCount, has: () => true }
  const random = randomStream(seed, 'vectors/sample')
  let wanted = sample
  const has = (row: number): boolean => {
    if (random.next() * (rowCount - row) >= wanted) return false
    wanted--
    return true
  }
  return { count: sample, has }
}
