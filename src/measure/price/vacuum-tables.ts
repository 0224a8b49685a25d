// What cleaning up after the writes takes, in each copy.
import type { WriteVacuum } from '../../model/price.js'
import type { RandomStream } from '../../model/random.js'
import { quoteQualified } from '../../postgres/identifiers.js'
import type { Copy } from './measured-write.js'
import { enterRole } from './write-visit.js'

export interface VacuumPorts {
  readonly random: RandomStream
  /** Monotonic clock, nanoseconds. */
  readonly now: () => number
  readonly record: (line: WriteVacuum) => void
}

interface Table {
  readonly schema: string
  readonly table: string
}

/** Fresh connections first: they bring the counts of dead rows to where they are read. */
export async function vacuumTables(
  tables: readonly Table[],
  copies: readonly Copy[],
  ports: VacuumPorts,
): Promise<void> {
  for (const copy of copies) {
    await copy.reconnect()
    await enterRole(copy, copy.owner)
  }
  for (const table of tables) {
    for (const copy of ports.random.shuffle(copies)) ports.record(await vacuumTable(table, copy, ports))
  }
}

const DEAD_ROWS = `
select coalesce(sum(n_dead_tup), 0) as dead from pg_stat_user_tables where schemaname = $1 and relname = $2`

const SIZES = `select pg_table_size($1::regclass) as "table", pg_indexes_size($1::regclass) as indexes`

async function vacuumTable(
  { schema, table }: Table,
  { name, session }: Copy,
  { now }: VacuumPorts,
): Promise<WriteVacuum> {
  const [dead] = await session.query(DEAD_ROWS, [schema, table])
  const quoted = quoteQualified(schema, table)
  const startNs = now()
  // With few dead rows VACUUM leaves the indexes for later: that later is part of the price.
  await session.script(`vacuum (index_cleanup on) ${quoted}`)
  const durationMs = (now() - startNs) / 1e6
  const [sizes] = await session.query(SIZES, [quoted])
  return {
    type: 'write-vacuum',
    schema,
    table,
    copy: name,
    deadRows: Number(dead?.['dead']),
    durationMs,
    tableBytes: Number(sizes?.['table']),
    indexBytes: Number(sizes?.['indexes']),
  }
}
