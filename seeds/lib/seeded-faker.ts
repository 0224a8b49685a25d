// Faker, for drawing pools of values once; combining pool entries afterwards is a hundred times as fast as asking it for each row.
import { faker as english } from '@faker-js/faker/locale/en'
import { hashInteger } from './hash-integer.js'

/** Calls `draw` `size` times with faker seeded by both numbers. Entries may repeat. */
export function drawPool<T>(
  size: number,
  seed: number,
  pool: number,
  draw: (faker: typeof english) => T,
): T[] {
  english.seed(hashInteger(seed, pool))
  return Array.from({ length: size }, () => draw(english))
}
