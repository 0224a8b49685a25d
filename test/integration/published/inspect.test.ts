// `inspect` on the databases of the published migrations: it finds what is planted there, and of themselves what plain
// queries of the catalog find, too.
import { describe, expect, it } from 'vitest'
import { inspectSession } from '../../../src/experiment/inspect.js'
import type { Inspection, InspectionFinding } from '../../../src/model/inspection.js'
import { readCapabilities } from '../../../src/postgres/capabilities.js'
import { awaitStatistics } from '../../../src/postgres/catalog/database-state.js'
import type { Session } from '../../../src/postgres/session.js'
import { withPublishedDatabase } from '../../support/published-database.js'

const PLANTED = [
  'create table public.planted_parents (id integer primary key)',
  'insert into public.planted_parents select generate_series(0, 99)',
  'create table public.planted (id integer primary key, parent integer references public.planted_parents, kind integer, body text)',
  "insert into public.planted select i, i % 100, i % 7, repeat('x', 400) from generate_series(1, 20000) i",
  'create index planted_kind on public.planted (kind)',
  'create index planted_twin on public.planted (kind)',
  'delete from public.planted where id % 5 <> 0',
  // Else the server counts the deleted rows after the VACUUM that removed them.
  'select pg_stat_force_next_flush()',
  'vacuum (analyze) public.planted',
]

/** Fails, and leaves an index that is not valid. */
const BROKEN = 'create unique index concurrently planted_broken on public.planted (kind)'

/** Foreign keys whose columns begin no index that holds all rows that have them. */
const UNCOVERED = `select count(*) as found from pg_constraint c
where c.contype = 'f' and c.conparentid = 0 and not exists (
  select 1 from pg_index i
  where i.indrelid = c.conrelid and i.indisvalid
    and (i.indpred is null or pg_get_expr(i.indpred, i.indrelid) ~ '^\\(\\w+ IS NOT NULL\\)$')
    and (select array_agg(k order by k) from unnest((i.indkey::int2[])[0:cardinality(c.conkey) - 1]) k)
      = (select array_agg(k order by k) from unnest(c.conkey) k))`

/** Indexes beside another with the same definition, whether either is unique or not. */
const TWINS = `select coalesce(sum(same - 1), 0) as found from (
  select count(*) as same from pg_index i join pg_class c on c.oid = i.indexrelid
  where c.relnamespace not in ('pg_catalog'::regnamespace, 'pg_toast'::regnamespace)
  group by i.indrelid, c.relam, i.indkey::text, i.indclass::text, i.indcollation::text, i.indoption::text,
    pg_get_expr(i.indexprs, i.indrelid), pg_get_expr(i.indpred, i.indrelid)
) groups`

async function look(session: Session): Promise<Inspection> {
  await awaitStatistics(session, await readCapabilities(session))
  return inspectSession(session, { statementMs: 60_000, lockMs: 10_000 }, '0.0.0')
}

const named = ({ kind, subject }: InspectionFinding): string => `${kind}: ${subject}`
const isOfPlanted = ({ subject }: InspectionFinding): boolean => subject.includes('planted')
/** What a glance at the catalog tells; how often tables were scanned changes with every glance. */
const isOfStructure = ({ kind }: InspectionFinding): boolean => /index|bloat/.test(kind)

describe('inspect on the database of', () => {
  it.each([
    ['assistant-platform', '2000'],
    ['conversation-memory', '4000'],
    ['hosting-billing', '2000'],
    ['report-catalog', '2000'],
    ['tenant-auth', '2000'],
  ])('%s finds what was planted, and nothing that is not there', async (name, scale) => {
    await withPublishedDatabase(name, scale, async ({ session, one }) => {
      const itself = await look(session)
      const count = (kind: InspectionFinding['kind']): number =>
        itself.findings.filter((finding) => finding.kind === kind).length
      expect(count('invalid index')).toBe(0)
      expect(count('foreign key without index')).toBe(Number(await one(UNCOVERED)))
      expect(count('duplicate index')).toBe(Number(await one(TWINS)))

      for (const statement of PLANTED) await session.script(statement)
      await expect(session.script(BROKEN)).rejects.toMatchObject({ code: '23505' })
      const { findings } = await look(session)
      expect(findings.filter(isOfPlanted).map(named).toSorted()).toEqual([
        'bloat: public.planted',
        expect.stringMatching(/^duplicate index: public\.planted_(kind|twin)$/),
        'foreign key without index: public.planted (parent)',
        'invalid index: public.planted_broken',
        'unused index: public.planted_kind',
        'unused index: public.planted_twin',
      ])
      const others = findings.filter((finding) => !isOfPlanted(finding) && isOfStructure(finding))
      expect(others.map(named)).toEqual(itself.findings.filter(isOfStructure).map(named))
    })
  })
})
