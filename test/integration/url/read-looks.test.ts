import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Address } from '../../../src/model/address.js'
import { withPgSession } from '../../../src/postgres/pg-session.js'
import { checkLooks, type Looks } from '../../../src/server/url/guard.js'
import { readLooks } from '../../../src/server/url/read-looks.js'
import { skipLocal } from '../../support/local-postgres.js'
import { sharedLocalCluster, type SharedCluster } from '../../support/shared-local-cluster.js'

const ports = {
  signal: new AbortController().signal,
  now: (): number => Number(process.hrtime.bigint()),
}
const NOTHING_ALLOWED = { hosts: [], production: null, busy: false }

describe.skipIf(skipLocal)('readLooks', () => {
  let cluster: SharedCluster
  beforeAll(async () => {
    cluster = await sharedLocalCluster()
    await change('create role plain login', 'create database calm', 'create database marked')
  })
  afterAll(() => cluster.stop())

  const change = (...statements: readonly string[]): Promise<void> =>
    withPgSession({ address: cluster.address, ...ports }, async (session) => {
      for (const statement of statements) await session.script(statement)
    })
  /** As a role without any rights. */
  const looksOf = (database: string, changes: Partial<Address> = {}): Promise<Looks> =>
    withPgSession(
      { address: { ...cluster.address, user: 'plain', database, ...changes }, ...ports },
      readLooks,
    )

  it('finds nothing on a server that nobody uses', async () => {
    const looks = await looksOf('calm')
    expect(looks).toEqual({
      database: 'calm',
      isInRecovery: false,
      databaseComment: null,
      environmentSettings: [],
      foreignSessions: 0,
    })
    expect(() => checkLooks(looks, NOTHING_ALLOWED)).not.toThrow()
  })

  it('finds a mark in the comment of the database', async () => {
    await change("comment on database marked is 'The production database of billing'")
    const looks = await looksOf('marked')
    await change('comment on database marked is null')
    expect(looks.databaseComment).toBe('The production database of billing')
    expect(() => checkLooks(looks, NOTHING_ALLOWED)).toThrow(/its comment says so/)
  })

  it('finds a mark in the settings of the database, of the role, of the role there, and of all', async () => {
    for (const owner of [
      'database marked',
      'role plain',
      'role plain in database marked',
      'role indexproof in database marked',
      'role all',
    ]) {
      await change(
        `alter ${owner} set app.environment = 'production'`,
        `alter ${owner} set app.other = 'production'`,
      )
      const looks = await looksOf('marked')
      await change(`alter ${owner} reset all`)
      expect.soft(looks.environmentSettings).toEqual([{ name: 'app.environment', value: 'production' }])
      expect.soft(() => checkLooks(looks, NOTHING_ALLOWED)).toThrow(/app\.environment is "production"/)
    }
  })

  it('does not mind what is set for other databases and other roles', async () => {
    await change(
      "alter database marked set app.environment = 'production'",
      "alter role indexproof set app.environment = 'production'",
      "comment on database marked is 'production'",
    )
    const looks = await looksOf('calm')
    await change('alter database marked reset all', 'alter role indexproof reset all')
    expect(looks).toMatchObject({ environmentSettings: [], databaseComment: null })
  })

  it('reads a value with an equals sign and quotes whole', async () => {
    const value = `a=b'"\\c`
    await change(`alter database marked set my.environment = '${value.replaceAll("'", "''")}'`)
    const looks = await looksOf('marked')
    await change('alter database marked reset all')
    expect(looks.environmentSettings).toEqual([{ name: 'my.environment', value }])
  })

  it('counts the sessions of others in every database, though they are of other users, and not ours', async () => {
    const renamed = (address: Address, work: () => Promise<Looks>): Promise<Looks> =>
      withPgSession({ address, ...ports }, async (session) => {
        await session.script("set application_name = 'psql'")
        return work()
      })
    const here = { ...cluster.address, database: 'calm' }
    const looks = await renamed(cluster.address, () =>
      renamed(here, () => withPgSession({ address: here, ...ports }, () => looksOf('calm'))),
    )
    expect(looks.foreignSessions).toBe(2)
  })
})
