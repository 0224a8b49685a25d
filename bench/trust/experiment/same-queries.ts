// Queries of a report whose arms are the same: from a key lookup to sorts and joins of some milliseconds.
import { at } from '../../../src/model/at.js'
import { fetchResults } from '../../../src/measure/fetch-results.js'
import type { MeasuredQuery } from '../../../src/measure/measured-query.js'
import type { Session } from '../../../src/postgres/session.js'
import { plainQuery } from '../report/plain-query.js'
import type { ReportQuery } from '../report/report-query.js'
import { BYSTANDER_INDEX, ROLE } from '../../bench-server/tables.js'

interface SameQuery {
  readonly name: string
  readonly sql: string
  readonly claim: string | null
  /** Parameters, one for each row. */
  readonly keys: readonly string[]
}

const KEYS = ['17', '1234', '9999', '20001', '31415', '39999']

const QUERIES: readonly SameQuery[] = [
  { name: 'key', sql: 'select note from accounts where id = $1', claim: null, keys: KEYS },
  {
    name: 'range',
    sql: 'select sum(amount) from events where account between $1::int and $1::int + 400',
    claim: '>=1.1x',
    keys: KEYS.slice(0, 5),
  },
  {
    name: 'count',
    sql: 'select count(*) from accounts where balance > $1',
    claim: '2-5x',
    keys: ['100', '50000'],
  },
  { name: 'text', sql: 'select count(*) from accounts where note like $1', claim: 'unchanged', keys: ['a%'] },
  {
    name: 'groups',
    sql: 'select region, avg(balance) from accounts where id > $1 group by region',
    claim: null,
    keys: ['1', '20000'],
  },
  {
    name: 'sort',
    sql: 'select id from accounts where region < $1 order by note limit 20',
    claim: null,
    keys: ['10', '20'],
  },
  {
    name: 'join',
    sql: 'select count(*), sum(e.amount) from accounts a join events e on e.account = a.id where a.region = $1',
    claim: null,
    keys: ['3', '7', '11'],
  },
  { name: 'rows', sql: 'select count(*) from generate_series(1, $1::int)', claim: null, keys: ['15000'] },
]

/** bystander: `before` drops an index that no query reads, as a useless migration would; none: not even that. */
export type SameArms = 'none' | 'bystander'

export async function sameQueries(session: Session, kind: SameArms): Promise<readonly ReportQuery[]> {
  const entry = kind === 'none' ? '' : `drop index ${BYSTANDER_INDEX}`
  const arms = { before: { session, entry }, after: { session, entry: '' } }
  const queries: ReportQuery[] = []
  for (const [position, query] of QUERIES.entries()) {
    const { name, sql, keys } = query
    const measured = plainQuery({ name, sql, role: ROLE, settings: {}, values: keys.map((key) => [key]) })
    const results = await fetchResults(arms, measured, false)
    queries.push({
      measured,
      arms,
      claim: query.claim,
      returned: results.map(({ before }) => before.length),
      isControl: position === 1 || position === 3,
      settles: true,
    })
  }
  return queries
}

/** The query as pgbench and others run it: with its first parameter in it. */
export const withFirstKey = ({ sql, rows }: MeasuredQuery): string => {
  const [key = null] = at(rows, 0).values
  return sql.replaceAll('$1', key === null ? 'null' : `'${key}'`)
}
