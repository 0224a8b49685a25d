import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Result } from '../../src/model/result.js'
import type { RunOptions, RunOutcome } from '../../src/experiment/run.js'
import { withLocalCluster } from '../../src/server/local/cluster.js'
import { findBinaries } from '../../src/server/local/find-binaries.js'
import { DOCKER, PGVECTOR_IMAGE, skipDocker } from '../support/docker.js'
import { skipLocal } from '../support/local-postgres.js'
import { runScenario, TEST_CACHE } from '../support/run-scenario.js'

type ServerOptions = RunOptions['server']

const path = process.env['PATH'] ?? ''
const LOCAL: ServerOptions = { kind: 'local', binFolder: null, path }
const DOCKERISED: ServerOptions = { kind: 'docker', image: PGVECTOR_IMAGE }
const EMBEDDED: ServerOptions = { kind: 'embedded', cacheFolder: TEST_CACHE }

const outFolder = await mkdtemp(join(tmpdir(), 'indexproof-test-'))
afterAll(() => rm(outFolder, { recursive: true, force: true }))

/** What every server here has: the scenario without its vectors. */
const chatOn = (server: ServerOptions, changes: Partial<RunOptions> = {}): Promise<RunOutcome> =>
  runScenario('chat', {
    scale: '3000',
    budgetMs: 4000,
    leaveOneOut: 'off',
    without: ['vector'],
    outFolder,
    server,
    ...changes,
  })

/** A server of the user's is a cluster that was there before us. */
const chatByUrl = async (changes: Partial<RunOptions> = {}): Promise<RunOutcome> =>
  withLocalCluster(await findBinaries({ folder: null, path }), ({ loopback }) =>
    chatOn(
      { kind: 'url', address: loopback, allowed: { hosts: [], production: null, busy: false } },
      changes,
    ),
  )

const usedIndexes = ({ queries }: Result): unknown =>
  Object.fromEntries(queries.map(({ name, indexesUsed }) => [name, indexesUsed]))

describe.skipIf(skipLocal || skipDocker)(`the scenario chat on every kind of server${DOCKER}`, () => {
  const outcomes = new Map<string, RunOutcome>()
  const resultOf = (kind: string): Result => {
    const outcome = outcomes.get(kind)
    if (outcome === undefined) throw new Error(`no run on ${kind}`)
    return outcome.result
  }
  const KINDS = ['embedded', 'local', 'docker', 'url']

  beforeAll(async () => {
    outcomes.set('embedded', await chatOn(EMBEDDED))
    outcomes.set('local', await chatOn(LOCAL))
    outcomes.set('docker', await chatOn(DOCKERISED))
    outcomes.set('url', await chatByUrl())
  })

  it('seeds the same rows and gives the same answers', () => {
    expect(new Set(KINDS.map((kind) => resultOf(kind).dataset.checksum)).size).toBe(1)
    for (const kind of KINDS) {
      const { server, queries, dataset } = resultOf(kind)
      expect(server.kind).toBe(kind)
      expect(dataset).toEqual({ ...resultOf('embedded').dataset, seedMs: dataset.seedMs })
      expect(queries.map(({ results }) => results)).toEqual(
        resultOf('embedded').queries.map(({ results }) => results),
      )
    }
  })

  it('chooses the same indexes where the versions agree', () => {
    expect(resultOf('url').server.versionNumber).toBe(resultOf('local').server.versionNumber)
    expect(usedIndexes(resultOf('url'))).toEqual(usedIndexes(resultOf('local')))
  })

  it('reports server, version, image with its digest, and settings', async () => {
    for (const kind of KINDS) {
      const { server } = resultOf(kind)
      const report = await readFile(join(outcomes.get(kind)?.folder ?? '', 'report.md'), 'utf8')
      expect(report).toContain(`${server.version} (${kind})`)
      expect(report).toContain(`shared_buffers = ${server.settings['shared_buffers']}`)
      expect(report).toContain('collation = ')
      expect(report.includes('sha256:')).toBe(kind === 'docker')
      expect(server.image?.name).toBe(kind === 'docker' ? PGVECTOR_IMAGE : undefined)
    }
  })

  it.each(['embedded', 'url'])('agrees, on %s, with a run whose arms are clones', async (kind) => {
    const clones = { armKind: 'clones' } as const
    const { result } = kind === 'url' ? await chatByUrl(clones) : await chatOn(EMBEDDED, clones)
    const toggled = resultOf(kind)
    expect(result.run.armKind).toBe('clones')
    expect(result.dataset.checksum).toBe(toggled.dataset.checksum)
    expect(result.migration.indexes.map(({ name, definition }) => ({ name, definition }))).toEqual(
      toggled.migration.indexes.map(({ name, definition }) => ({ name, definition })),
    )
    expect(result.queries.map(({ results }) => results)).toEqual(
      toggled.queries.map(({ results }) => results),
    )
    // Plans, and the side on which each estimate lies where it is far from 1.
    expect(usedIndexes(result)).toEqual(usedIndexes(toggled))
    // A busy machine may leave a query without an estimate in the time there is.
    const estimates = toggled.queries.map(({ speedup }, i) => ({
      toggled: speedup?.estimate ?? 1,
      cloned: result.queries[i]?.speedup?.estimate ?? Infinity,
    }))
    for (const { cloned } of estimates.filter((one) => one.toggled > 3)) expect(cloned).toBeGreaterThan(1)
  })
})
