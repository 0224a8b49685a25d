// A number that belongs to a row, for values that several columns or tables must agree on without storing them.
import { hashInteger } from './hash-integer.js'

/** 0 to 1, for a row; another `purpose` gives unrelated numbers. */
export const rowFraction = (seed: number, purpose: number, row: number): number =>
  hashInteger(hashInteger(seed, purpose), row) / 0x1_0000_0000
