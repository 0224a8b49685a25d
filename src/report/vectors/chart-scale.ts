// Scales of a chart: where a value stands, and which values get a tick.

export interface Scale {
  /** Position of a value, in pixels. */
  readonly place: (value: number) => number
  readonly ticks: readonly number[]
}

/** Ticks at a round step, five or so. */
export function linearScale(low: number, high: number, from: number, to: number): Scale {
  const step = roundStep((high - low) / 5)
  const first = Math.ceil(low / step - 1e-9)
  const count = Math.floor((high - low) / step + 1e-9)
  const ticks = Array.from({ length: count + 1 }, (_, position) => round((first + position) * step))
  return {
    place: (value) => from + ((value - low) / (high - low)) * (to - from),
    ticks: ticks.filter((tick) => tick <= high + 1e-9),
  }
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

/** 1, 2 or 5 times a power of ten, not below. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least))
  const times = [1, 2, 5, 10].find((factor) => factor * power >= least * (1 - 1e-9)) ?? 10
  return times * power
}

/** Without the noise of binary fractions. */
const round = (value: number): number => Number(value.toPrecision(6))
