// A random-looking number that belongs to an index: several tables can ask for the value of one row without storing it.

/** 32 bits, 0 to 2^32 - 1 (the finaliser of MurmurHash3 over both numbers). */
export function hashInteger(seed: number, index: number): number {
  let bits = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ index
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 0
}
