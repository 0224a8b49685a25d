import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Session } from '../../src/postgres/session.js'
import { withLocalServer } from '../../src/server/local.js'
import { NO_NEEDS } from '../../src/server/preflight/needs.js'
import type { Server } from '../../src/server/server.js'
import { skipLocal } from '../support/local-postgres.js'
import { runScenario } from '../support/run-scenario.js'
import { temporaryFolder } from '../support/temporary-folder.js'
import { tinyScenario } from '../support/tiny-scenario.js'

const path = process.env['PATH'] ?? ''
const local = <T>(work: (server: Server) => Promise<T>): Promise<T> =>
  withLocalServer(
    {
      runId: 'test',
      needs: NO_NEEDS,
      seeds: null,
      note: () => {},
      binFolder: null,
      path,
      signal: new AbortController().signal,
      now: () => Number(process.hrtime.bigint()),
    },
    work,
  )

// Whether pgvector is installed is the machine's choice: both answers have to be right.
const pgvector = skipLocal ? null : await local(({ facts }) => Promise.resolve(facts.pgvector))
const server = { kind: 'local', binFolder: null, path } as const

describe.skipIf(skipLocal)('the local server', () => {
  it('says what it is, with the settings of every run fixed', async () => {
    await local(({ facts }) => {
      expect(facts.kind).toBe('local')
      expect(facts.versionNumber).toBeGreaterThanOrEqual(130_000)
      expect(facts.settings).toMatchObject({
        jit: 'off',
        plan_cache_mode: 'force_custom_plan',
        autovacuum: 'off',
      })
      return Promise.resolve()
    })
  })

  it('bounds what every session of it may wait for, also after the database was cloned', async () => {
    await local(async ({ session, withClone }) => {
      const limits = async (of: Session): Promise<unknown> => {
        const [row] = await of.query(
          `select current_setting('lock_timeout') as lock, current_setting('statement_timeout') as statement`,
        )
        return row
      }
      await session.limitStatements(60_000)
      expect(await limits(session)).toEqual({ lock: '5s', statement: '1min' })
      await withClone(async (clone) => {
        expect(await limits(clone)).toEqual({ lock: '5s', statement: '2h' })
        expect(await limits(session)).toEqual({ lock: '5s', statement: '1min' })
      })
    })
  })

  it.runIf(pgvector === null)('says which package it lacks before anything is seeded', async () => {
    const outFolder = await temporaryFolder()
    const run = runScenario(await tinyScenario(), { outFolder, server })
    await expect(run).rejects.toMatchObject({
      exitCode: 3,
      hint: expect.stringMatching(/postgresql-\d+-pgvector.*--without vector/),
    })
    expect(await readdir(outFolder)).toEqual([])
  })

  it('does without the extension where it is told to, and says what that leaves out', async () => {
    const notes: string[] = []
    const { result, folder } = await runScenario(
      'chat',
      { server, scale: '2000', budgetMs: 3000, without: ['vector'] },
      { note: (text) => void notes.push(text) },
    )
    expect(result.scenario).toMatchObject({
      without: ['vector'],
      leftOut: {
        tables: ['message_embeddings', 'held_out_queries'],
        queries: ['nearest-all', 'nearest-tenant'],
        statements: [
          { sql: 'CREATE INDEX message_embeddings_tenant_id_idx ON message_embeddings (tenant_id)' },
          { sql: expect.stringContaining('USING ivfflat') },
        ],
      },
    })
    expect(Object.keys(result.dataset.rows)).toEqual(['tenants', 'users', 'conversations', 'messages'])
    expect(result.queries).toHaveLength(12)
    expect(result.migration.indexes).toHaveLength(10)
    // Which of them the planner prefers is its choice; none may be in a plan of the arm without them.
    const made = new Set(result.migration.indexes.map(({ name }) => name))
    const used = (arm: 'before' | 'after'): number =>
      result.queries.filter(({ arms }) => arms[arm].indexes.some((name) => made.has(name))).length
    expect(used('before')).toBe(0)
    expect(used('after')).toBeGreaterThan(3)
    const told = /without vector: left out 2 tables .*nearest-all.*nearest-tenant.*2 migration statements/
    expect(notes.join()).toMatch(told)
    expect(await readFile(join(folder, 'report.md'), 'utf8')).toMatch(told)
  })

  it.runIf(pgvector !== null)('runs a scenario to its end', async () => {
    const { result } = await runScenario(await tinyScenario(), { server })
    expect(result).toMatchObject({ server: { kind: 'local' }, queries: [{ verdict: 'confirmed' }, {}] })
  })
})
