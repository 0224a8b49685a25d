// The latency with what stands beside it: how much of it is the client's, and how much the server says it spent.
import type { Explain } from '../../model/plan.js'
import type { Latency, Milliseconds } from '../../model/result.js'
import { median } from '../statistics/median.js'
import { FLOORS } from './speedup-above-floor.js'

export function describeLatency(
  latency: Milliseconds | null,
  explained: readonly { readonly explain: Explain }[],
  clientFloorMs: number | null,
): Latency | null {
  if (latency === null) return null
  const isFarAbove = clientFloorMs === null || latency.estimate >= FLOORS * clientFloorMs
  return {
    ...latency,
    aboveFloorMs: isFarAbove ? null : Math.max(0, latency.estimate - clientFloorMs),
    executionMs: median(explained.flatMap(({ explain }) => explain['Execution Time'] ?? [])),
  }
}
