// The recall that most applications ask for: what is looked at further, or written into a migration, is tuned to it.

export const USUAL_TARGET = 0.95

/** Of those that were asked for the nearest to it; null of none. */
export const nearestToUsual = (targets: readonly number[]): number | null =>
  targets.reduce<number | null>(
    (nearest, target) =>
      nearest === null || distanceToUsual(target) < distanceToUsual(nearest) ? target : nearest,
    null,
  )

export const distanceToUsual = (target: number): number => Math.abs(target - USUAL_TARGET)
