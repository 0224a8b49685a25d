// Scales of a chart: where a value stands, and which values get a tick.

export interface Scale {
  /** Position of a value, in pixels. */
  readonly place: (value: number) => number
  readonly ticks: readonly number[]
}

/** What is missing beyond this is a matter of luck with a few hundred queries, and it lets recall 1 stand on the scale. */
const SOFT = 0.002
const TICKS = [1, 0.99, 0.95, 0.9, 0.98, 0.8, 0.5, 0.7, 0.6, 0.4, 0.3, 0.2, 0.1, 0]
const TICK_ROOM = 36

/** From `low` to 1, logarithmic in what is missing: from 0.9 to 0.95 is as far as from 0.95 to 0.975, about. */
export function recallScale(low: number, from: number, to: number): Scale {
  const depth = (recall: number): number => -Math.log10(1 - recall + SOFT)
  const [least, most] = [depth(low), depth(1)]
  const place = (recall: number): number => from + ((depth(recall) - least) / (most - least)) * (to - from)
  const ticks: number[] = []
  for (const tick of TICKS) {
    const isFree = ticks.every((other) => Math.abs(place(other) - place(tick)) >= TICK_ROOM)
    if (tick >= low - 1e-9 && isFree) ticks.push(tick)
  }
  return { place, ticks: ticks.sort((a, b) => a - b) }
}

/** Ticks at 1, 2 and 5 times the powers of ten; `low` and `high` above zero. */
export function logScale(low: number, high: number, from: number, to: number): Scale {
  const [least, most] = [Math.log10(low), Math.log10(high)]
  const decades = Array.from(
    { length: Math.ceil(most) - Math.floor(least) + 1 },
    (_, position) => 10 ** (Math.floor(least) + position),
  )
  const ticks = decades.flatMap((decade) => [decade, 2 * decade, 5 * decade]).map(round)
  return {
    place: (value) => from + ((Math.log10(value) - least) / (most - least)) * (to - from),
    ticks: ticks.filter((tick) => tick >= low * (1 - 1e-9) && tick <= high * (1 + 1e-9)),
  }
}

/** Without the noise of binary fractions. */
const round = (value: number): number => Number(value.toPrecision(6))
