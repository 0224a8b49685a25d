// Executions that take longer than they may, on a real server: cut off there, counted as at least so long.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { Address } from '../../src/model/address.js'
import { withPgSession } from '../../src/postgres/pg-session.js'
import type { Session } from '../../src/postgres/session.js'
import { StatementTimeoutError } from '../../src/postgres/statement-timeout-error.js'
import { skipLocal, withLocalAddress } from '../support/local-postgres.js'
import { runScenario } from '../support/run-scenario.js'
import { tinyScenario, tinyScenarioFile } from '../support/tiny-scenario.js'

const now = (): number => Number(process.hrtime.bigint())
const connected = <T>(address: Address, work: (session: Session) => Promise<T>): Promise<T> =>
  withPgSession({ address, signal: new AbortController().signal, now }, work)

const failureOf = (work: Promise<unknown>): Promise<unknown> => work.catch((error: unknown) => error)

// A second or so where the index is missing, whatever the machine.
const SLOW_WITHOUT_INDEX = tinyScenarioFile('queries/timeline.sql').replace(
  'SELECT id, created_at',
  `SELECT id, created_at, CASE WHEN to_regclass('messages_timeline_idx') IS NULL
  THEN (SELECT count(*) FROM generate_series(1, 3000) a, generate_series(1, 3000) b) ELSE 9000000 END`,
)

describe.skipIf(skipLocal)('the statement timeout', () => {
  it('tells an execution that we cut off from one that somebody cancelled', async () => {
    await withLocalAddress((address) =>
      connected(address, async (session) => {
        const [row] = await session.query('select pg_backend_pid() as pid')
        const sleep = (await session.prepare('select pg_sleep(20)')).bind([])
        await session.limitStatements(200)
        const cutOff = await failureOf(sleep.run())
        expect(cutOff).toBeInstanceOf(StatementTimeoutError)
        expect((cutOff as StatementTimeoutError).durationNs).toBeGreaterThanOrEqual(198e6)

        await session.limitStatements(15_000)
        const cancelled = failureOf(sleep.run())
        await delay(100)
        await connected(address, (other) =>
          other.query(`select pg_cancel_backend($1::int)`, [row?.['pid'] ?? null]),
        )
        expect(await cancelled).toMatchObject({ code: '57014' })
        expect(await cancelled).not.toBeInstanceOf(StatementTimeoutError)
        expect(await session.query('select 1 as one')).toEqual([{ one: '1' }])
      }),
    )
  })

  it('makes a claim that holds even so confirmed, and the speed-up a lower bound', async () => {
    const { result, folder } = await runScenario(
      await tinyScenario({ 'queries/timeline.sql': SLOW_WITHOUT_INDEX }),
      {
        server: { kind: 'local', binFolder: null, path: process.env['PATH'] ?? '' },
        without: ['vector'],
        statementTimeoutMs: 200,
      },
    )
    expect(result.run.statementTimeoutMs).toBe(200)
    const [timeline, byId] = result.queries
    expect(timeline).toMatchObject({
      verdict: 'confirmed',
      detail: 'at least 2x',
      results: { state: 'same' },
    })
    expect(timeline?.speedup).toMatchObject({ high: null })
    expect(timeline?.censored.before).toBeGreaterThanOrEqual(12)
    expect(timeline?.arms.before.medianMs).toBeGreaterThanOrEqual(198)
    // None, but for a moment in which the machine stood still.
    expect(byId?.censored.before).toBeLessThan(3)
    expect(result.warnings).toContainEqual(
      expect.objectContaining({ code: 'statement-timeout', query: 'timeline' }),
    )
    expect(await readFile(join(folder, 'report.md'), 'utf8')).toMatch(/`timeline` \| ≥ \d{3} ms \|.*\| ≥ /)
  })
})
