// Normal deviates from a seeded stream. Box and Muller (1958).
import type { RandomStream } from '../../src/model/random.js'

export const gaussian = (stream: RandomStream): number =>
  Math.sqrt(-2 * Math.log(1 - stream.next())) * Math.cos(2 * Math.PI * stream.next())
