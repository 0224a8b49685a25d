// The numbers that vector files hold, all little-endian.

export type ComponentType = 'float16' | 'float32' | 'float64' | 'uint8'

interface Component {
  readonly bytes: number
  read(view: DataView, offset: number): number
}

export const COMPONENTS: Readonly<Record<ComponentType, Component>> = {
  float16: { bytes: 2, read: (view, offset) => halfToNumber(view.getUint16(offset, true)) },
  float32: { bytes: 4, read: (view, offset) => view.getFloat32(offset, true) },
  float64: { bytes: 8, read: (view, offset) => view.getFloat64(offset, true) },
  uint8: { bytes: 1, read: (view, offset) => view.getUint8(offset) },
}

/** IEEE 754 binary16: a sign, five bits of exponent, ten of fraction. */
function halfToNumber(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1
  const exponent = (bits >> 10) & 0x1f
  const fraction = bits & 0x3ff
  if (exponent === 0) return sign * fraction * 2 ** -24
  if (exponent === 0x1f) return fraction === 0 ? sign * Infinity : NaN
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15)
}
