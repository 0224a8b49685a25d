// What every part of a sweep works on.
import type { VectorSet } from '../../model/vectors/vector-set.js'
import type { Server } from '../../server/server.js'
import type { SweepOptions, SweepPorts } from './sweep-options.js'

export interface Surroundings {
  readonly server: Server
  readonly vectors: VectorSet
  readonly options: SweepOptions
  readonly ports: SweepPorts
}

/** What stages are given of the ports: `advance` without its object. */
export const stagePorts = ({
  now,
  progress,
}: SweepPorts): { now: () => number; advance: (fraction: number, detail: string) => void } => ({
  now,
  advance: (fraction, detail) => progress.advance(fraction, detail),
})

/**
 * Shares of the budget by when each part has to be done; what one leaves is the next one's. Between finals and spread there is
 * room for two more builds of an HNSW that took 7 % of the budget, as 100,000 × 384 with m 32 did of 25 minutes.
 */
export const DONE_BY = { explore: 0.5, finals: 0.57, spread: 0.72, filters: 0.88, life: 1 } as const
export type Part = keyof typeof DONE_BY

/** On the clock of the ports, nanoseconds. */
export const deadlineOf = (
  part: Part,
  startNs: number,
  { budgetMs }: Pick<SweepOptions, 'budgetMs'>,
): number => startNs + budgetMs * 1e6 * DONE_BY[part]
