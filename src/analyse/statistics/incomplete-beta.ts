// The regularised incomplete beta function, the distribution function of Beta(a, b).
// Continued fraction (DLMF 8.17.22) evaluated by Lentz's method; ln Γ by Lanczos (1964), g = 7, nine terms.

/** I_x(a, b) for a, b > 0 and x in [0, 1]; relative error about 1e-13. */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x))
  // The fraction converges fast only on this side of the mean; the other side follows from I_x(a, b) = 1 − I_1−x(b, a).
  if (x < (a + 1) / (a + b + 2)) return front / (a * continuedFraction(x, a, b))
  return 1 - front / (b * continuedFraction(1 - x, b, a))
}

const TINY = 1e-300
const PRECISE = 1e-15
/** About √max(a, b) terms are needed: enough for a million samples. */
const MOST_TERMS = 10_000

function continuedFraction(x: number, a: number, b: number): number {
  let fraction = 1
  let c = 1
  let d = 0
  for (let term = 1; term <= MOST_TERMS; term++) {
    const coefficient = coefficientOf(term, x, a, b)
    d = 1 / awayFromZero(1 + coefficient * d)
    c = awayFromZero(1 + coefficient / c)
    fraction *= c * d
    if (Math.abs(c * d - 1) < PRECISE) return fraction
  }
  return fraction
}

function coefficientOf(term: number, x: number, a: number, b: number): number {
  const m = Math.floor(term / 2)
  if (term % 2 === 0) return (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
  return (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
}

const awayFromZero = (value: number): number => (Math.abs(value) < TINY ? TINY : value)

const LANCZOS = [
  676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
]

/** ln Γ(z) for z ≥ 0.5. */
function logGamma(z: number): number {
  const series = LANCZOS.reduce((sum, term, position) => sum + term / (z + position), 0.9999999999998099)
  const t = z + 6.5
  return 0.5 * Math.log(2 * Math.PI) + (z - 0.5) * Math.log(t) - t + Math.log(series)
}
