// The speed-up of the server's part alone, where the client's share of the latency hides it.

/** Above this many floors the client's share moves the ratio by little. */
export const FLOORS = 5

/** From median latencies and the client floor, in one unit; null where it is not needed or not defined. */
export function speedupAboveFloor(
  before: number | null,
  after: number | null,
  floor: number | null,
): number | null {
  if (before === null || after === null || floor === null) return null
  if (Math.min(before, after) >= FLOORS * floor) return null
  return before > floor && after > floor ? (before - floor) / (after - floor) : null
}
