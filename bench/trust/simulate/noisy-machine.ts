// A machine with noisy neighbours, simulated: log-normal noise of 10 %, slow drift, bursts, and one execution in a hundred
// that takes ten times as long. Time passes only by what runs on it.
import type { RandomStream } from '../../../src/model/random.js'

export interface NoisyMachine {
  /** Nanoseconds since the start. */
  now(): number
  /** Runs something that takes `quietMs` on a quiet machine; how long it took here, nanoseconds. */
  execute(quietMs: number): number
  /** Time that nobody measures. */
  pass(ms: number): void
}

const NOISE = 0.1
/** Of ln latency, around its mean; it forgets by half in DRIFT_MS · ln 2. */
const DRIFT = 0.1
const DRIFT_MS = 30_000
const SPIKES = 0.01
const SPIKE_FACTOR = 10
const BURST_GAP_MS = 8000
const BURST_MS = 500

export function noisyMachine(random: RandomStream): NoisyMachine {
  let nowMs = 0
  let drift = DRIFT * gaussian(random)
  const burstFactor = bursts(random)
  const pass = (ms: number): void => {
    nowMs += ms
    // An Ornstein-Uhlenbeck process: a random walk that is drawn back to its mean.
    const kept = Math.exp(-ms / DRIFT_MS)
    drift = drift * kept + DRIFT * Math.sqrt(1 - kept * kept) * gaussian(random)
  }
  return {
    now: () => Math.round(nowMs * 1e6),
    execute: (quietMs) => {
      const spike = random.next() < SPIKES ? SPIKE_FACTOR : 1
      const ms = quietMs * Math.exp(drift + NOISE * gaussian(random)) * burstFactor(nowMs) * spike
      pass(ms)
      return Math.round(ms * 1e6)
    },
    pass,
  }
}

/** How much slower than usual it is at this time; asked in order. */
function bursts(random: RandomStream): (nowMs: number) => number {
  let [startMs, endMs, factor] = [exponential(random, BURST_GAP_MS), 0, 1]
  endMs = startMs
  return (nowMs) => {
    while (nowMs >= endMs) {
      startMs = endMs + exponential(random, BURST_GAP_MS)
      endMs = startMs + exponential(random, BURST_MS)
      factor = 1.2 + 0.8 * random.next()
    }
    return nowMs >= startMs ? factor : 1
  }
}

const exponential = (random: RandomStream, mean: number): number => -mean * Math.log(1 - random.next())

/** Box and Muller (1958). */
function gaussian(random: RandomStream): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next())
}
