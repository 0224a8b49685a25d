// Which cases a suite has: so many of each kind on each server.
import type { FaultCase } from './fault-case.js'
import { ONLY_ON } from './fault-kinds.js'

export interface CaseCounts {
  readonly seed: number
  readonly servers: readonly string[]
  /** By kind, on each of the servers that it is for. */
  readonly counts: Readonly<Record<string, number>>
  /** Kills of the program that only writes results. */
  readonly tornWrites: number
}

export function drawCases({ seed, servers, counts, tornWrites }: CaseCounts): readonly FaultCase[] {
  const series = (kind: string, server: string, count: number): readonly FaultCase[] =>
    Array.from({ length: count }, (_, i) => ({ kind, server, seed, number: i + 1 }))
  const onServers = servers.flatMap((server) =>
    Object.entries(counts)
      .filter(([kind]) => ONLY_ON[kind]?.includes(server) ?? true)
      .flatMap(([kind, count]) => series(kind, server, count)),
  )
  return [...onServers, ...series('kill', 'writer', tornWrites)]
}
