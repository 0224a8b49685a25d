import { describe, expect, it } from 'vitest'
import type { Address } from '../../src/model/address.js'
import { withPgSession } from '../../src/postgres/pg-session.js'
import type { Session } from '../../src/postgres/session.js'
import { withLocalCluster } from '../../src/server/local/cluster.js'
import { findBinaries } from '../../src/server/local/find-binaries.js'
import { newToken, scratchName } from '../../src/server/scratch/names.js'
import { listOrphans } from '../../src/server/scratch/orphans.js'
import { NO_NEEDS } from '../../src/server/preflight/needs.js'
import type { Server } from '../../src/server/server.js'
import { withUrlServer } from '../../src/server/url.js'
import { inventory } from '../support/inventory.js'
import { skipLocal } from '../support/local-postgres.js'

const now = (): number => Number(process.hrtime.bigint())
const never = new AbortController().signal

const onCluster = async (work: (address: Address) => Promise<void>): Promise<void> =>
  withLocalCluster(await findBinaries({ folder: null, path: process.env['PATH'] ?? '' }), ({ address }) =>
    work(address),
  )

const asUser = <T>(address: Address, work: (session: Session) => Promise<T>): Promise<T> =>
  withPgSession({ address, signal: never, now }, work)

const notes: string[] = []
const serve = <T>(
  address: Address,
  work: (server: Server) => Promise<T>,
  signal: AbortSignal = never,
): Promise<T> =>
  withUrlServer(
    {
      address,
      allowed: { hosts: [], production: null, busy: false },
      needs: NO_NEEDS,
      seeds: null,
      runId: 'test',
      signal,
      now,
      note: (text) => void notes.push(text),
    },
    work,
  )

describe.skipIf(skipLocal)('scratch databases on a server of the user', () => {
  it('belong to an owner without superuser, are cloned, and are gone with their roles in the end', async () => {
    await onCluster(async (address) => {
      const before = await inventory(address)
      await serve(address, async (server) => {
        const { app } = await server.createRoles(['app'])
        expect(app).toMatch(/^indexproof_[0-9a-f]{8}_as_app$/)
        const [me] = await server.session.query(
          `select current_database() as database, rolsuper as super, pg_get_userbyid(datdba) = current_user as mine
           from pg_roles, pg_database where rolname = current_user and datname = current_database()`,
        )
        expect(me).toMatchObject({ database: expect.stringMatching(/^indexproof_/), super: 'f', mine: 't' })
        await server.session.script(`create table t (n int); insert into t values (1); set role "${app}"`)
        await server.withClone(async (clone) => {
          await clone.script('insert into t values (2)')
          expect(await clone.query('select n from t order by n')).toEqual([{ n: '1' }, { n: '2' }])
          expect(await server.session.query('select n from t')).toEqual([{ n: '1' }])
        })
      })
      expect(await inventory(address)).toEqual(before)
    })
  })

  it('are gone when the work fails, is aborted, or lost its connections', async () => {
    await onCluster(async (address) => {
      const before = await inventory(address)
      const broken = serve(address, () => Promise.reject(new Error('broke')))
      await expect(broken).rejects.toThrow('broke')
      expect(await inventory(address)).toEqual(before)

      const controller = new AbortController()
      const aborted = serve(
        address,
        ({ session }) => {
          setTimeout(() => controller.abort(new Error('enough')), 50)
          return session.query('select pg_sleep(60)')
        },
        controller.signal,
      )
      await expect(aborted).rejects.toThrow('enough')
      expect(await inventory(address)).toEqual(before)

      const lost = serve(address, async ({ session }) => {
        await asUser(address, (other) =>
          other.query(
            'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname is not null',
          ),
        )
        await session.query('select 1')
      })
      await expect(lost).rejects.toThrow(/terminat|lost|connection/i)
      expect(await inventory(address)).toEqual(before)
    })
  })

  it('of a killed run are dropped at the next start; those of a live run and of strangers are not', async () => {
    await onCluster(async (address) => {
      const token = newToken()
      const [orphan, owner, decoy, copied] = ['1', 'owner', '2', '3'].map((what) => scratchName(token, what))
      await asUser(address, async (session) => {
        await session.script(`create role ${owner}`)
        const [role] = await session.query('select oid::text from pg_roles where rolname = $1', [owner ?? ''])
        const marker = (oid: string | null | undefined): string =>
          JSON.stringify({ tool: 'indexproof', run: 'r', token, host: 'h', pid: 1, created: 'now', oid })
        await session.script(`comment on role ${owner} is '${marker(role?.['oid'])}'`)
        // Killed between CREATE DATABASE and its comment: only the owner tells whose it is.
        await session.script(`create database ${orphan} owner ${owner}`)
        // A stranger's with our prefix, and one with a marker copied from elsewhere.
        await session.script(`create database ${decoy}`)
        await session.script(`create database ${copied}`)
        await session.script(`comment on database ${copied} is '${marker(role?.['oid'])}'`)
      })
      await serve(address, async () => {
        const there = await inventory(address)
        expect(there).not.toContain(`database ${orphan}`)
        expect(there).not.toContain(`role ${owner}`)
        expect(there).toContain(`database ${decoy}`)
        expect(there).toContain(`database ${copied}`)
        expect(await asUser(address, listOrphans)).toEqual([])
        expect(there.filter((name) => name.startsWith('database indexproof_'))).toHaveLength(3)
      })
      expect(notes.join('\n')).toContain(`dropped what a killed run left: ${orphan}, ${owner}`)
    })
  })

  it('of two runs at once exist for one only: they would measure each other', async () => {
    await onCluster(async (address) => {
      await serve(address, async () => {
        const second = serve(address, () => Promise.resolve())
        await expect(second).rejects.toMatchObject({
          exitCode: 3,
          message: expect.stringContaining('Another run'),
        })
        const elsewhere = serve({ ...address, database: 'template1' }, () => Promise.resolve())
        await expect(elsewhere).rejects.toMatchObject({ exitCode: 3 })
      })
    })
  })
})
