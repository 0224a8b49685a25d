// The tests that people judge two heaps of latencies by.
import type { RandomStream } from '../../../src/model/random.js'
import { bootstrapMedians } from './bootstrap-medians.js'
import type { NaiveTest } from './difference.js'
import { mannWhitney } from './mann-whitney.js'
import { welch } from './welch.js'

/** `random` draws the bootstrap's resamples. */
export const naiveTests = (random: RandomStream): Readonly<Record<string, NaiveTest>> => ({
  'Welch t': welch,
  'Mann-Whitney': mannWhitney,
  'bootstrap of medians': bootstrapMedians(random),
})
