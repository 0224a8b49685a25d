// Whether the server's pgvector can go on with a scan that has found too little.
import { isBefore } from '../../analyse/vectors/version-order.js'
import { environmentError } from '../../model/errors.js'
import type { Server } from '../../server/server.js'
import type { SweepGrid } from './sweep-options.js'

const SINCE = '0.8.0'

export const hasIterativeScans = (pgvector: string | null): boolean => !isBefore(pgvector ?? '0', SINCE)

/** Throws environmentError where a grid asks for what there is not. */
export function requireIterativeScans(
  { pgvector }: Pick<Server['facts'], 'pgvector'>,
  grid: Pick<SweepGrid, 'iterative'> | null,
): void {
  const asked = (grid?.iterative ?? []).filter((scan) => scan !== 'off')
  if (asked.length === 0 || hasIterativeScans(pgvector)) return
  throw environmentError(
    `--grid: iterative=${asked.join(',')} needs pgvector 0.8; the server has ${pgvector ?? 'none'}`,
    { hint: 'Upgrade pgvector there, use another --server, or leave iterative out of the grid' },
  )
}
