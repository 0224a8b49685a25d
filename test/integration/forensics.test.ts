import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { planTree } from '../../src/analyse/plans/plan-entries.js'
import { checkStability } from '../../src/experiment/observe/check-stability.js'
import { reportRun } from '../../src/experiment/report-run.js'
import { explainQuery } from '../../src/measure/explain.js'
import type { MeasuredQuery } from '../../src/measure/measured-query.js'
import type { Stability } from '../../src/model/evidence.js'
import { withEmbeddedServer } from '../../src/server/embedded.js'
import { NO_NEEDS } from '../../src/server/preflight/needs.js'
import type { Session } from '../../src/postgres/session.js'
import { measuredQuery } from '../support/measured-query.js'
import { runScenario, TEST_CACHE } from '../support/run-scenario.js'
import { tinyScenario } from '../support/tiny-scenario.js'

/** Messages with a small id are the oldest: in the order of the new index they come last, which no statistics say. */
const STOLEN = {
  'scenario.yaml': `title: An index that steals a plan
dataset: chat
role: service
queries:
  - name: oldest
    title: The newest of the oldest messages
  - name: by-id
    title: A message by its key
`,
  'migrations/001_timeline.sql': 'CREATE INDEX messages_created_idx ON messages (created_at DESC);\n',
  'queries/timeline.sql': null,
  'queries/timeline.parameters.sql': null,
  'queries/oldest.sql': 'SELECT id, body FROM messages WHERE id < $1 ORDER BY created_at DESC LIMIT 10\n',
  'queries/oldest.parameters.sql': `SELECT 'all' AS cohort, NULL::int AS tenant, true AS hit,
  (SELECT percentile_disc(0.2) WITHIN GROUP (ORDER BY id) FROM messages) AS p1
`,
}

describe('a migration whose index steals a plan', () => {
  it('is told to be the cause, in words, in the tree and in the report', async () => {
    const { result, folder } = await runScenario(await tinyScenario(STOLEN), { budgetMs: 60_000 })
    const oldest = result.queries.find(({ name }) => name === 'oldest')
    expect(oldest).toMatchObject({ verdict: 'regression' })
    expect(oldest?.findings[0]).toMatchObject({
      code: 'index-for-order',
      text: expect.stringMatching(
        /^the planner now takes the new index messages_created_idx for the order and filters 3,\d{3} rows away; before it took messages_pkey and sorted \d+ rows$/,
      ),
    })
    expect(oldest?.reason).toContain('messages_created_idx for the order')
    expect(oldest?.planDifferences[0]?.diff.map(({ mark }) => mark)).toEqual(
      expect.arrayContaining(['kept', 'changed', 'removed']),
    )
    expect(oldest?.work.after.rowsRemoved).toBeGreaterThan(3000)
    expect(oldest?.work.after.planningMs).toBeGreaterThan(0)

    expect(result.stability).toMatchObject({ analyses: 3, unstable: [] })
    expect(result.stability?.plans).toBeGreaterThanOrEqual(4)
    const report = await readFile(join(folder, 'report.md'), 'utf8')
    expect(report).toContain('```diff\n  Limit\n')
    expect(report).toContain('the planner now takes the new index messages_created_idx')
    expect(await reportRun(folder)).toEqual(result)
  })
})

/** Few pending jobs among many, as statistics know it. */
const JOBS = [
  'create table jobs (id int primary key, state text not null, payload text not null)',
  `insert into jobs select g, case when g % 1000 = 0 then 'pending' else 'done' end, repeat('x', 100)
   from generate_series(1, 20000) g`,
  'create index jobs_state_idx on jobs (state)',
  'grant select on jobs to public',
  'vacuum (freeze, analyze) jobs',
]

interface Jobs {
  readonly session: Session
  readonly query: MeasuredQuery
}

const withJobs = (work: (jobs: Jobs) => Promise<void>): Promise<void> =>
  withEmbeddedServer(
    {
      runId: 'test',
      cacheFolder: TEST_CACHE,
      needs: NO_NEEDS,
      seeds: null,
      signal: new AbortController().signal,
      now: () => Number(process.hrtime.bigint()),
      note: () => {},
    },
    async ({ session, createRoles }) => {
      const { worker = '' } = await createRoles(['worker'])
      for (const statement of JOBS) await session.script(statement)
      const sql = "select id from jobs where state = 'pending'"
      await work({ session, query: measuredQuery({ name: 'pending', sql, role: worker }) })
    },
  )

const stabilityOf = ({ session, query }: Jobs): Promise<readonly Stability[]> => {
  const before = { session, entry: 'drop index jobs_state_idx' }
  const progress = { phase: () => {}, advance: () => {}, standings: () => {}, note: () => {} }
  return checkStability({ before, after: { session, entry: '' } }, [query], progress)
}

const measuredTree = async ({ session, query }: Jobs): Promise<string[]> => {
  const arm = { session, entry: '' }
  const { explained } = await explainQuery({ before: arm, after: arm }, 'after', query)
  return explained.flatMap(({ explain }) => planTree(explain.Plan))
}

const WITH_INDEX = ['Index Scan using jobs_state_idx on jobs']
const WITHOUT = ['Seq Scan on jobs']

describe('plans after a fresh ANALYZE', () => {
  it('are the same where nothing changed, each arm with its own', async () => {
    await withJobs(async (jobs) => {
      expect(await measuredTree(jobs)).toEqual(WITH_INDEX)
      expect(await stabilityOf(jobs)).toEqual([
        {
          type: 'stability',
          query: 'pending',
          arm: 'before',
          plans: [{ row: 0, trees: [WITHOUT, WITHOUT, WITHOUT] }],
        },
        {
          type: 'stability',
          query: 'pending',
          arm: 'after',
          plans: [{ row: 0, trees: [WITH_INDEX, WITH_INDEX, WITH_INDEX] }],
        },
      ])
    })
  })

  it('are not asked for where a query has plans that do not know its parameters', async () => {
    await withJobs(async ({ session, query }) => {
      const lines = await stabilityOf({ session, query: { ...query, planMode: 'generic' } })
      expect(lines.map(({ plans }) => plans)).toEqual([[], []])
    })
  })

  it('flip where the statistics that were measured with no longer hold, and the old ones are left in place', async () => {
    await withJobs(async (jobs) => {
      const { session } = jobs
      await session.script("update jobs set state = 'pending' where id % 20 <> 0")
      const statistics = 'select most_common_freqs::text as freqs from pg_stats where attname = $1'
      const known = await session.query(statistics, ['state'])
      const [, after] = await stabilityOf(jobs)
      expect(after?.plans).toEqual([{ row: 0, trees: [WITHOUT, WITHOUT, WITHOUT] }])
      expect(await session.query(statistics, ['state'])).toEqual(known)
      expect(await session.query("select to_regclass('jobs_state_idx')::text as index")).toEqual([
        { index: 'jobs_state_idx' },
      ])
    })
  })
})
