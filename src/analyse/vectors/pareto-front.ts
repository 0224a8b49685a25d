// The points that no other beats: as much recall for no more time, and one of the two better.

export interface Trade {
  readonly recall: number
  readonly ms: number
}

/** For each point, in order, whether it is on the front. Of equal ones all are. */
export function paretoFront(points: readonly Trade[]): readonly boolean[] {
  return points.map((point) => !points.some((other) => beats(other, point)))
}

const beats = (a: Trade, b: Trade): boolean =>
  a.recall >= b.recall && a.ms <= b.ms && (a.recall > b.recall || a.ms < b.ms)
