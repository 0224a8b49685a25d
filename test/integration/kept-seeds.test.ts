// A second run with the same data starts from the database that the first one kept, on every kind of server that keeps any.
import { readdir, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { RunOptions } from '../../src/experiment/run.js'
import type { Result } from '../../src/model/result.js'
import { DOCKER, PGVECTOR_IMAGE, skipDocker } from '../support/docker.js'
import { skipLocal } from '../support/local-postgres.js'
import { runScenario, TEST_CACHE } from '../support/run-scenario.js'
import { temporaryFolder } from '../support/temporary-folder.js'

const SERVERS: readonly (readonly [string, boolean, RunOptions['server']])[] = [
  ['embedded', false, { kind: 'embedded', cacheFolder: TEST_CACHE }],
  ['local', skipLocal, { kind: 'local', binFolder: null, path: process.env['PATH'] ?? '' }],
  [`docker${DOCKER}`, skipDocker, { kind: 'docker', image: PGVECTOR_IMAGE }],
]

async function chat(
  server: RunOptions['server'],
  folder: string,
  changes: Partial<RunOptions> = {},
): Promise<Result> {
  const tiny = { scale: '500', budgetMs: 300, without: ['vector'], leaveOneOut: 'off' } as const
  const keptSeeds = { folder, fresh: false }
  return (await runScenario('chat', { ...tiny, server, keptSeeds, ...changes })).result
}

/** What must be the same whether the database was seeded or reused. */
const shown = ({ dataset, queries, server }: Result): unknown => ({
  dataset: { ...dataset, seedMs: 0, reused: null },
  results: queries.map(({ results }) => results),
  version: server.version,
})

describe.each(SERVERS)('on %s', (_name, isSkipped, server) => {
  it.skipIf(isSkipped)('a second run reuses what the first one seeded, with clones too', async () => {
    const folder = await temporaryFolder()
    const first = await chat(server, folder)
    const second = await chat(server, folder)
    const clones = await chat(server, folder, { armKind: 'clones' })
    expect([first, second, clones].map(({ dataset }) => dataset.reused)).toEqual([false, true, true])
    expect(shown(second)).toEqual(shown(first))
    expect(shown(clones)).toMatchObject({ dataset: { checksum: first.dataset.checksum } })
  })

  // Keys and damage are the shelf's, which knows nothing of servers: one kind is enough.
  it.skipIf(server.kind !== (skipLocal ? 'embedded' : 'local'))(
    'another seed is seeded, --fresh is, and what is damaged is made again',
    async () => {
      const folder = await temporaryFolder()
      await chat(server, folder)
      expect((await chat(server, folder, { seed: 8 })).dataset.reused).toBe(false)
      const fresh = await chat(server, folder, { keptSeeds: { folder, fresh: true } })
      expect(fresh.dataset.reused).toBe(false)
      for (const name of await readdir(folder)) await truncate(join(folder, name, 'archive.tar'), 1000)
      expect((await chat(server, folder)).dataset.reused).toBe(false)
      expect((await chat(server, folder)).dataset.reused).toBe(true)
    },
  )
})
