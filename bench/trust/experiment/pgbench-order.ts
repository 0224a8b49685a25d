// pgbench on one arm after the other: every query before, then every query after.
import { runPgbench } from '../../bench-server/run-pgbench.js'
import { at } from '../../../src/model/at.js'
import type { Latencies } from './sequential.js'
import type { BenchServer } from '../../bench-server/bench-server.js'

export interface PgbenchQuery {
  readonly name: string
  readonly sql: string
  /** Of the session, by arm. */
  readonly settings: Readonly<Record<'before' | 'after', Readonly<Record<string, string>>>>
}

/** What every session of ours has set. */
const SETTINGS = { jit: 'off', plan_cache_mode: 'force_custom_plan', synchronize_seqscans: 'off' }

/** Microseconds by query. */
export async function pgbenchOrder(
  { pgbench, address }: BenchServer,
  queries: readonly PgbenchQuery[],
  transactions: number,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Latencies>> {
  const suite = async (arm: 'before' | 'after'): Promise<readonly (readonly number[])[]> => {
    const all: (readonly number[])[] = []
    for (const { sql, settings } of queries) {
      const plan = { program: pgbench, address, sql, parameters: {}, transactions, signal }
      all.push(await runPgbench({ ...plan, settings: { ...SETTINGS, ...settings[arm] } }))
    }
    return all
  }
  const before = await suite('before')
  const after = await suite('after')
  return new Map(
    queries.map(({ name }, position) => [name, { before: at(before, position), after: at(after, position) }]),
  )
}
