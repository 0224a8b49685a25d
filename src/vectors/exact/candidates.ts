// The rows that may be among the k nearest of one query, when each distance is known to lie between two bounds.

export interface Candidates {
  /** A row whose lower bound is above this cannot be among them. */
  readonly reach: number
  add(row: number, lower: number, upper: number): void
  /** Those that are left: all of the k nearest, and few others. */
  take(): Int32Array
}

/** Room for candidates before they are sifted, in units of k. */
const ROOM = 3

export function candidates(k: number): Candidates {
  let room = ROOM * k + 16
  let rows = new Int32Array(room)
  let lowers = new Float64Array(room)
  let uppers = new Float64Array(room)
  let count = 0
  let reach = Infinity

  /** The k-th smallest upper bound is as far as the k-th neighbour can be. */
  const sift = (): void => {
    if (count < k) return
    reach = uppers.slice(0, count).sort()[k - 1] as number
    let kept = 0
    for (let i = 0; i < count; i++) {
      if ((lowers[i] as number) > reach) continue
      rows[kept] = rows[i] as number
      lowers[kept] = lowers[i] as number
      uppers[kept] = uppers[i] as number
      kept++
    }
    count = kept
  }

  /** Many ties with the k-th neighbour all stay. */
  const widen = (): void => {
    room *= 2
    const more = {
      rows: new Int32Array(room),
      lowers: new Float64Array(room),
      uppers: new Float64Array(room),
    }
    more.rows.set(rows)
    more.lowers.set(lowers)
    more.uppers.set(uppers)
    ;({ rows, lowers, uppers } = more)
  }

  return {
    get reach() {
      return reach
    },
    add: (row, lower, upper) => {
      rows[count] = row
      lowers[count] = lower
      uppers[count] = upper
      count++
      if (count < room) return
      sift()
      if (count > room / 2) widen()
    },
    take: () => {
      sift()
      return rows.slice(0, count)
    },
  }
}
