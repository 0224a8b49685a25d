// A synthetic price phase with known true ratios, from a seeded stream.
import type { CopyName, PriceEvidence, WriteFacts, WriteVisit } from '../../src/model/price.js'
import { randomStream } from '../../src/model/random.js'

export interface SyntheticWrite {
  readonly name: string
  /** True latency of each copy, milliseconds. */
  readonly ms: Readonly<Record<CopyName, number>>
  readonly changes?: Partial<WriteVisit>
}

/** Twelve rounds of two visits of ten executions in each copy, 3 % of noise. */
export function priceEvidence(
  writes: readonly SyntheticWrite[],
  { rounds = 12, copies = ['before', 'after', 'control'] }: { rounds?: number; copies?: CopyName[] } = {},
): PriceEvidence {
  const random = randomStream(1, 'price')
  const visitOf = ({ name, ms, changes }: SyntheticWrite, round: number, copy: CopyName, visit: number) => ({
    type: 'write' as const,
    round,
    write: name,
    copy,
    visit,
    executions: 12,
    rows: 12,
    missed: 0,
    durationsNs: Array.from({ length: 10 }, () => ms[copy] * 1e6 * (0.97 + 0.06 * random.next())),
    walBytes: copy === 'after' ? 2400 : 1200,
    updates: 12,
    hotUpdates: copy === 'after' ? 0 : 12,
    ...changes,
  })
  return {
    plan: {
      type: 'price',
      skipped: null,
      copies,
      walSource: 'position',
      smallestEffect: 1.1,
      writes: writes.map(({ name }) => writeFacts(name)),
      notDerived: [{ schema: 'public', table: 'tags', what: 'insert', reason: 'it has no primary key' }],
    },
    visits: Array.from({ length: rounds }, (_, i) => i + 1).flatMap((round) =>
      writes.flatMap((write) =>
        [...copies, ...copies.toReversed()].map((copy, visit) => visitOf(write, round, copy, visit)),
      ),
    ),
    explained: (['before', 'after'] as const).flatMap((copy) =>
      [1, 2, 3].map((row) => ({
        type: 'write-explained' as const,
        of: 'query' as const,
        name: 'delete-conversation',
        copy,
        row,
        walBytesPerRow: null,
        triggers: [
          {
            constraint: 'messages_conversation_id_fkey',
            calls: 1,
            timeMs: copy === 'before' ? 100 + row : row / 10,
          },
        ],
      })),
    ),
    vacuums: copies.map((copy) => ({
      type: 'write-vacuum' as const,
      schema: 'public',
      table: 'messages',
      copy,
      deadRows: copy === 'after' ? 780 : 346,
      durationMs: copy === 'after' ? 128 : 19.3,
      tableBytes: 8_000_000,
      indexBytes: copy === 'after' ? 4_960_000 : 475_000,
    })),
    end: { type: 'price-end', stoppedBy: 'rounds', elapsedMs: 15_000 },
  }
}

export const writeFacts = (name: string): WriteFacts => ({
  name,
  title: `The write ${name}`,
  sql: 'UPDATE messages SET is_read = true WHERE id = $1',
  operation: 'update',
  schema: 'public',
  table: 'messages',
  role: 'app',
  source: 'scenario',
  rows: 1000,
})
