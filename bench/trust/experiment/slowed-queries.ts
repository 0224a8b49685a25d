// Queries that do as much work as a setting says, so that an arm can be made slower by a known share.
import type { MeasuredQuery } from '../../../src/measure/measured-query.js'
import type { Session } from '../../../src/postgres/session.js'
import { plainQuery } from '../report/plain-query.js'
import type { ReportQuery } from '../report/report-query.js'
import { ROLE } from '../../bench-server/tables.js'

const WORK = 'trust.work'
export const FACTORS = [1.1, 1.5, 10] as const

interface WorkQuery {
  readonly name: string
  readonly sql: string
  /** Rows of the faster arm: about a millisecond. */
  readonly work: number
  readonly settings: Readonly<Record<string, string>>
}

/** The plan must not change with the amount of work. */
const BY_INDEX = { enable_seqscan: 'off', enable_bitmapscan: 'off' }
/** Ten times the rows would go through a temporary file. */
const IN_MEMORY = { work_mem: '64MB' }
const NESTED = { ...BY_INDEX, enable_hashjoin: 'off', enable_mergejoin: 'off' }

const QUERIES: readonly WorkQuery[] = [
  {
    name: 'rows',
    sql: `select count(*) from generate_series(1, current_setting('${WORK}')::int)`,
    work: 12_000,
    settings: IN_MEMORY,
  },
  {
    name: 'scan',
    sql: `select sum(balance), max(note) from accounts where id <= current_setting('${WORK}')::int`,
    work: 4000,
    settings: BY_INDEX,
  },
  {
    name: 'join',
    sql: `select count(*), sum(e.amount) from accounts a join events e on e.account = a.id where a.id <= current_setting('${WORK}')::int`,
    work: 600,
    settings: NESTED,
  },
]

export interface SlowedQuery {
  readonly name: string
  readonly factor: number
  readonly measured: MeasuredQuery
  /** What each arm is entered by: the setting. */
  readonly entries: Readonly<Record<'before' | 'after', string>>
  /** The same, for a session of its own. */
  readonly settings: Readonly<Record<'before' | 'after', Readonly<Record<string, string>>>>
}

/** `after` does `factor` times the work of `before`. */
export const SLOWED_QUERIES: readonly SlowedQuery[] = QUERIES.flatMap((query) =>
  FACTORS.map((factor) => slowed(query, factor)),
)

function slowed({ name: kind, sql, work, settings }: WorkQuery, factor: number): SlowedQuery {
  const name = `${kind} ×${factor}`
  const rows = { before: String(work), after: String(Math.round(work * factor)) }
  return {
    name,
    factor,
    measured: plainQuery({ name, sql, role: ROLE, settings, values: [[]] }),
    entries: { before: `set local ${WORK} = '${rows.before}'`, after: `set local ${WORK} = '${rows.after}'` },
    settings: {
      before: { ...settings, [WORK]: rows.before },
      after: { ...settings, [WORK]: rows.after },
    },
  }
}

/** The smallest factor is measured until the last look. */
export function slowedQueries(session: Session, swapped: boolean): readonly ReportQuery[] {
  return SLOWED_QUERIES.map(({ factor, measured, entries }, position) => {
    const [before, after] = [entries.before, entries.after].map((entry) => ({ session, entry }))
    const arms = swapped ? { before: after, after: before } : { before, after }
    return {
      measured,
      arms: arms as ReportQuery['arms'],
      claim: null,
      returned: [1],
      isControl: position === 0,
      settles: factor !== FACTORS[0],
    }
  })
}
