// numeric in binary COPY: a header of four int16 and digits of base 10,000 (PostgreSQL's numeric_recv).
import type { FieldWriter } from './field-writer.js'

const BASE = 10_000
const DIGITS_OF_BASE = 4
const [POSITIVE, NEGATIVE] = [0x0000, 0x4000]

/** Values are integers in units of 10^-scale. */
export function numericWriter(scale: number): FieldWriter {
  // Base-10,000 digits stand at fixed places from the point: a scale of 2 fills half of one.
  const fractionDigits = Math.ceil(scale / DIGITS_OF_BASE)
  const padding = 10 ** (fractionDigits * DIGITS_OF_BASE - scale)
  const expected = `an integer in units of 10^-${scale}, up to ${Math.floor(Number.MAX_SAFE_INTEGER / padding)}`
  const digits: number[] = []
  return (out, value) => {
    const units = typeof value === 'number' ? Math.abs(value) * padding : NaN
    if (!Number.isSafeInteger(units) || !Number.isInteger(value)) return expected
    const dropped = splitDigits(units, digits)
    out.int32(8 + 2 * digits.length)
    out.int16(digits.length)
    out.int16(units === 0 ? 0 : digits.length + dropped - fractionDigits - 1)
    out.int16(Number(value) < 0 ? NEGATIVE : POSITIVE)
    out.int16(scale)
    for (let i = digits.length - 1; i >= 0; i--) out.int16(digits[i] ?? 0)
    return undefined
  }
}

/** Least digit first, without zeros at the end; returns how many of those there were. */
function splitDigits(units: number, digits: number[]): number {
  digits.length = 0
  let dropped = 0
  for (let rest = units; rest > 0; rest = Math.floor(rest / BASE)) {
    const digit = rest % BASE
    if (digit === 0 && digits.length === 0) dropped += 1
    else digits.push(digit)
  }
  return dropped
}
