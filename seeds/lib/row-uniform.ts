// A uniform number that belongs to a row: several columns can ask for it without storing it.
import { hashInteger } from './hash-integer.js'

/** In [0, 1); `purpose` tells apart what is drawn for the same row. */
export const rowUniform = (seed: number, purpose: number, row: number): number =>
  hashInteger(hashInteger(seed, purpose), row) / 0x1_0000_0000
