// Powers whose last bit does not depend on the machine.

/**
 * base ** exponent for a base of at least 0 and an exponent from 0 up, correct to about 1e-8.
 * Math.pow, exp and log may differ in the last bit between versions of V8; multiplication and square root are
 * correctly rounded everywhere (IEEE 754), so the power is composed of repeated square roots.
 */
export function steadyPower(base: number, exponent: number): number {
  let result = 1
  for (let whole = Math.floor(exponent); whole > 0; whole--) result *= base
  let fraction = exponent - Math.floor(exponent)
  let root = base
  for (let bit = 0; bit < 32 && fraction > 0; bit++) {
    root = Math.sqrt(root)
    fraction *= 2
    if (fraction >= 1) {
      result *= root
      fraction -= 1
    }
  }
  return result
}
