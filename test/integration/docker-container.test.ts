import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { withPgSession } from '../../src/postgres/pg-session.js'
import type { Row } from '../../src/postgres/session.js'
import { withContainer, type Container, type ContainerOptions } from '../../src/server/docker/container.js'
import { listOrphanContainers, removeContainers } from '../../src/server/docker/orphans.js'
import { containersOf, DOCKER, dockerEngine, PGVECTOR_IMAGE, skipDocker } from '../support/docker.js'
import { holdContainer } from '../support/held-container.js'

const runs: string[] = []

function newRun(): string {
  runs.push(`test-${randomUUID()}`)
  return runs.at(-1) ?? ''
}

const options = (changes: Partial<ContainerOptions> = {}): ContainerOptions => ({
  image: PGVECTOR_IMAGE,
  runId: newRun(),
  signal: new AbortController().signal,
  note: () => {},
  ...changes,
})

const ask = (container: Container, sql: string): Promise<readonly Row[]> =>
  withPgSession(
    { address: container.address, signal: new AbortController().signal, now: () => performance.now() * 1e6 },
    (session) => session.query(sql),
  )

const orphansOf = async (runId: string): Promise<readonly string[]> =>
  (await listOrphanContainers()).filter(({ run }) => run === runId).map(({ id }) => id)

/** Up to ten seconds. */
async function untilGone(runId: string): Promise<void> {
  for (let i = 0; i < 100 && (await containersOf(runId)).length > 0; i++) await delay(100)
}

describe.skipIf(skipDocker)(`a PostgreSQL in a container${DOCKER}`, () => {
  it('answers on loopback only, with its settings, a password of its own and a digest, and is gone afterwards', async () => {
    const runId = newRun()
    const volumes: (string | undefined)[] = []
    await withContainer(options({ runId }), async (container) => {
      expect(await ask(container, 'select version()')).toEqual([
        { version: expect.stringMatching(/^PostgreSQL /) },
      ])
      expect(
        await ask(
          container,
          `select name, current_setting(name) as setting from unnest(array['shared_buffers', 'maintenance_work_mem',
             'max_wal_size', 'checkpoint_timeout', 'fsync', 'synchronous_commit', 'full_page_writes', 'autovacuum']) as name`,
        ),
      ).toEqual([
        { name: 'shared_buffers', setting: '512MB' },
        { name: 'maintenance_work_mem', setting: '256MB' },
        { name: 'max_wal_size', setting: '4GB' },
        { name: 'checkpoint_timeout', setting: '1h' },
        { name: 'fsync', setting: 'off' },
        { name: 'synchronous_commit', setting: 'off' },
        { name: 'full_page_writes', setting: 'off' },
        { name: 'autovacuum', setting: 'off' },
      ])
      expect(container.image.name).toBe(PGVECTOR_IMAGE)
      expect(container.image.digest).toMatch(/^sha256:[0-9a-f]{64}$/)
      const wrong = { ...container, address: { ...container.address, password: 'postgres' } }
      await expect(ask(wrong, 'select 1')).rejects.toMatchObject({ code: '28P01' })

      const [name = ''] = await containersOf(runId)
      const { HostConfig, NetworkSettings, Mounts } = await dockerEngine().getContainer(name).inspect()
      expect(Object.values(NetworkSettings.Ports)).toEqual([
        [{ HostIp: '127.0.0.1', HostPort: String(container.address.port) }],
      ])
      expect(HostConfig.ShmSize).toBe(2 ** 30)
      volumes.push(...Mounts.map(({ Name }) => Name))
    })
    expect(await containersOf(runId)).toEqual([])
    expect(volumes).toHaveLength(1)
    await expect(
      dockerEngine()
        .getVolume(volumes[0] ?? '')
        .inspect(),
    ).rejects.toMatchObject({ statusCode: 404 })
  })

  it('is gone after the work failed', async () => {
    const runId = newRun()
    const work = withContainer(options({ runId }), async () => {
      expect(await containersOf(runId)).toHaveLength(1)
      throw new Error('broke')
    })
    await expect(work).rejects.toThrow('broke')
    expect(await containersOf(runId)).toEqual([])
  })

  it('stops starting when it is aborted, and leaves nothing', async () => {
    const [runId, controller] = [newRun(), new AbortController()]
    let worked = false
    const started = withContainer(options({ runId, signal: controller.signal }), () => {
      worked = true
      return Promise.resolve()
    })
    started.catch(() => {})
    while ((await containersOf(runId)).length === 0) await delay(10)
    controller.abort(new Error('enough'))
    await expect(started).rejects.toThrow('enough')
    expect(worked).toBe(false)
    expect(await containersOf(runId)).toEqual([])
  })

  it('says that an image cannot be pulled, and that it tried', async () => {
    const notes: string[] = []
    // A port of the engine's machine where no registry listens: no network needed.
    const image = '127.0.0.1:9/nobody/nothing:1'
    const run = withContainer(options({ image, note: (message) => notes.push(message) }), () =>
      Promise.resolve(),
    )
    await expect(run).rejects.toMatchObject({
      exitCode: 3,
      message: expect.stringMatching(
        /^The image "127.0.0.1:9\/nobody\/nothing:1" could not be pulled: Get .*refused$/,
      ),
      hint: expect.stringContaining(`docker pull ${image}`),
    })
    expect(notes).toEqual([expect.stringContaining(image)])
  })
})

describe.skipIf(skipDocker)(`an image that is not PostgreSQL's${DOCKER}`, () => {
  const start = async (entrypoint: readonly string[]): Promise<unknown> => {
    const image = await localImage(entrypoint)
    const runId = newRun()
    const outcome = await withContainer(options({ image, runId }), () => Promise.resolve('started')).catch(
      (error: unknown) => error,
    )
    await dockerEngine().getImage(image).remove()
    expect(await containersOf(runId)).toEqual([])
    return outcome
  }

  it('is told by the end of its log where it ends at once', async () => {
    expect(await start(['sh', '-c', 'echo there is no server here >&2; exit 7'])).toMatchObject({
      exitCode: 3,
      message: 'The container ended as it started (exit code 7)',
      hint: expect.stringMatching(/pgvector\/pgvector[^]*--server local[^]*there is no server here$/),
    })
  })

  it('is told by what the engine says where nothing can be run in it', async () => {
    expect(await start(['/no/such/program'])).toMatchObject({
      exitCode: 3,
      message: expect.stringMatching(/^A container of .* could not be started: .*no such file/),
    })
  })
})

describe.skipIf(skipDocker)(`a container whose run was killed${DOCKER}`, () => {
  it('is removed by its supervisor, with nobody else helping', async () => {
    const runId = newRun()
    const { child } = await holdContainer(runId)
    expect(await containersOf(runId)).toHaveLength(1)
    expect(await orphansOf(runId)).toEqual([])
    child.kill('SIGKILL')
    await untilGone(runId)
    expect(await containersOf(runId)).toEqual([])
  })

  it('is found by its labels where the supervisor was killed too, and live ones are not', async () => {
    const [killed, live] = [newRun(), newRun()]
    const other = await holdContainer(live)
    const { child, supervisor } = await holdContainer(killed)
    process.kill(supervisor, 'SIGKILL')
    child.kill('SIGKILL')
    await once(child, 'close')
    const orphan = (await listOrphanContainers()).find(({ run }) => run === killed)
    expect(orphan).toMatchObject({ run: killed, pid: child.pid, name: (await containersOf(killed))[0] })
    expect(await orphansOf(live)).toEqual([])
    await removeContainers(orphan === undefined ? [] : [orphan.id])
    expect(await containersOf(killed)).toEqual([])
    expect(await containersOf(live)).toHaveLength(1)
    other.child.kill('SIGKILL')
    await untilGone(live)
  })

  it('is removed by the next start', async () => {
    const [killed, notes] = [newRun(), [] as string[]]
    const { child, supervisor } = await holdContainer(killed)
    process.kill(supervisor, 'SIGKILL')
    child.kill('SIGKILL')
    await once(child, 'close')
    await withContainer(options({ note: (message) => notes.push(message) }), async () => {
      expect(await containersOf(killed)).toEqual([])
    })
    expect(notes).toContainEqual(expect.stringContaining(killed))
  })
})

describe.skipIf(skipDocker)(`all of these tests${DOCKER}`, () => {
  it('leave no container', async () => {
    expect(runs).not.toEqual([])
    const left = await Promise.all(runs.map(containersOf))
    expect(left.flat()).toEqual([])
  })
})

/** An image of the same files that starts something else. */
async function localImage(entrypoint: readonly string[]): Promise<string> {
  const container = await dockerEngine().createContainer({ Image: PGVECTOR_IMAGE })
  const repo = `indexproof-test-${randomUUID()}`
  const changes = `ENTRYPOINT ${JSON.stringify(entrypoint)}`
  await container.commit({ repo, tag: 'latest', changes })
  await container.remove({ v: true })
  return `${repo}:latest`
}
