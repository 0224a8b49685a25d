import { describe, expect, it } from 'vitest'
import { chat } from '../../../../seeds/chat/generate.js'
import { requireExtensions } from '../../../../src/experiment/database/require-extensions.js'
import type { Dataset } from '../../../../src/model/dataset.js'
import type { ServerFacts } from '../../../../src/model/facts.js'
import { leaveOut } from '../../../../src/scenario/leave-out.js'
import { loadScenario } from '../../../../src/scenario/load-scenario.js'
import { leaveOutTables } from '../../../../src/seed/leave-out-tables.js'
import { withInboxScenario, type Changes } from '../../../support/inbox-scenario.js'
import { makeResult } from '../../../support/result.js'

const dataset: Dataset = {
  ...chat,
  extensions: { vector: { tables: ['embeddings'], facts: [], files: chat.files } },
}

const server = (pgvector: string | null, kind: ServerFacts['kind'] = 'local'): ServerFacts => ({
  ...makeResult().server,
  kind,
  version: '17.2 (Debian)',
  versionNumber: 170_002,
  pgvector,
})

const require = async (facts: ServerFacts, changes: Changes = {}): Promise<void> =>
  requireExtensions(dataset, await withInboxScenario(changes, loadScenario), facts)

const hnsw: Changes = {
  'migrations/002_nearest.sql': 'create index n on embeddings using hnsw (e vector_l2_ops)',
}
const halfvec: Changes = {
  'queries/similar-messages.sql': 'select e::halfvec <-> $1 as distance, id from embeddings limit 1',
}
const iterative: Changes = {
  'migrations/003_set.sql': '\n  set hnsw.iterative_scan = strict_order',
}

describe('what a run needs of pgvector', () => {
  it('is told with the package, and the flag that does without', async () => {
    await expect(require(server(null))).rejects.toMatchObject({
      exitCode: 3,
      message: 'Dataset "chat" needs pgvector; the local PostgreSQL 17.2 (Debian) does not have it',
      hint:
        'Install the package postgresql-17-pgvector (Debian, or apt.postgresql.org), or use --server embedded, ' +
        'or leave out what needs it with --without vector',
    })
  })

  it('is told with the image where the server is not ours to install', async () => {
    await expect(require(server(null, 'url'))).rejects.toMatchObject({
      hint: expect.stringContaining('Use the image pgvector/pgvector:pg17, or install the package'),
    })
  })

  it('does not offer to leave out everything', async () => {
    const analyse = { 'migrations/001_recent.sql': 'analyze messages' }
    await expect(require(server(null), analyse)).rejects.toMatchObject({
      hint: expect.not.stringContaining('--without'),
    })
  })

  it.each([
    [
      'an index by hnsw',
      hnsw,
      '0.4.4',
      /002_nearest\.sql:1:1: access method hnsw needs pgvector 0\.5\.0 or later; .* has 0\.4\.4$/,
    ],
    [
      'halfvec',
      halfvec,
      '0.6.2',
      /similar-messages\.sql:1:1: type halfvec needs pgvector 0\.7\.0 or later; .* has 0\.6\.2$/,
    ],
    [
      'an iterative scan',
      iterative,
      '0.7.4',
      /003_set\.sql:2:3: setting hnsw\.iterative_scan needs pgvector 0\.8\.0/,
    ],
    [
      'the newest of several',
      { ...hnsw, ...halfvec, ...iterative },
      '0.4.4',
      /iterative_scan needs pgvector 0\.8\.0/,
    ],
    [
      'hnsw without any pgvector',
      hnsw,
      null,
      /access method hnsw needs pgvector 0\.5\.0 or later; .* does not have it$/,
    ],
  ])('counts %s', async (_, changes, found, message) => {
    await expect(require(server(found), changes)).rejects.toMatchObject({
      exitCode: 3,
      message: expect.stringMatching(message),
      hint: expect.stringContaining(found === null ? 'the package' : 'a newer package'),
    })
  })

  it.each([
    ['0.1.0', {}],
    ['0.5.0', hnsw],
    ['0.10.0', { ...hnsw, ...halfvec, ...iterative }],
  ])('is met by %s', async (found, changes) => {
    await expect(require(server(found), changes)).resolves.toBeUndefined()
  })

  it('is nothing once it is left out', async () => {
    const scenario = await withInboxScenario({ ...hnsw, ...halfvec, ...iterative }, loadScenario)
    const reduced = await leaveOut(scenario, ['vector'], ['embeddings'])
    const without = leaveOutTables(dataset, ['vector'])
    await expect(requireExtensions(without, reduced, server(null))).resolves.toBeUndefined()
  })
})
