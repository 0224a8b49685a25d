// The category of a row: mostly that of its cluster, as a topic or a language would be.
import type { RandomStream } from '../model/random.js'

export const CATEGORIES = 30
/** Share of the rows that have the category of their cluster. */
const FAITHFUL = 0.9

/** From 1. */
export const drawCategory = (cluster: number, random: RandomStream): number =>
  1 + (random.next() < FAITHFUL ? cluster % CATEGORIES : random.below(CATEGORIES))
