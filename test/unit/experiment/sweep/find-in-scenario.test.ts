import { describe, expect, it } from 'vitest'
import { assistantPlatform } from '../../../../seeds/assistant-platform/generate.js'
import { chat } from '../../../../seeds/chat/generate.js'
import { findInScenario } from '../../../../src/experiment/sweep/find-in-scenario.js'
import type { ColumnValue, Dataset } from '../../../../src/model/dataset.js'

const SEED = 3
const ROWS = 2000

const source = { kind: 'scenario', scale: String(ROWS), sample: null } as const

/** The rows of a table that a run would load, as objects. */
function rowsOf(dataset: Dataset, name: string): Record<string, ColumnValue>[] {
  const table = dataset.generate(SEED, ROWS).find((one) => one.table === name)
  if (table === undefined) throw new Error(`no table ${name}`)
  const names = table.columns.map((column) => column.name)
  return [...table.rows()].map((row) =>
    Object.fromEntries(names.map((column, i) => [column, row[i] ?? null])),
  )
}

describe('the vectors of a scenario', () => {
  it('are the rows that a run of chat loads, with their tenants', async () => {
    const found = await findInScenario({ ...source, scenario: 'chat' }, SEED)
    const rows = rowsOf(chat, 'message_embeddings')
    expect(found).toMatchObject({ name: 'chat', dimensions: 96 })
    expect(found.values).toEqual(
      Float32Array.from(rows.flatMap(({ embedding }) => [...(embedding as Float32Array)])),
    )
    expect([...(found.groups.tenants ?? [])]).toEqual(rows.map((row) => row['tenant_id']))
    expect(found.present).toEqual(new Uint8Array(rows.length).fill(1))
  })

  it('have the tenant of the document that a chunk is of', async () => {
    const found = await findInScenario({ ...source, scenario: 'assistant-platform' }, SEED)
    const documents = rowsOf(assistantPlatform, 'knowledge_documents')
    const ownerOf = new Map(documents.map((document) => [document['id'], document['tenant_id']]))
    const tenants = rowsOf(assistantPlatform, 'tenants').map(({ id }) => id)
    const owners = rowsOf(assistantPlatform, 'knowledge_chunks').map((chunk) =>
      ownerOf.get(chunk['document_id'] ?? null),
    )
    expect([...(found.groups.tenants ?? [])].map((tenant) => tenants[tenant - 1])).toEqual(owners)
    expect(found.dimensions).toBe(384)
  })

  it('are a sample where fewer are asked for, the same every time', async () => {
    const sampled = await findInScenario({ ...source, scenario: 'chat', sample: 50 }, SEED)
    expect(sampled.present).toHaveLength(50)
    expect(sampled.description).toMatch(/^50 of the 500 of message_embeddings\.embedding with their tenants/)
    expect(await findInScenario({ ...source, scenario: 'chat', sample: 50 }, SEED)).toEqual(sampled)
  })

  it('are none of a scenario without any', async () => {
    await expect(findInScenario({ ...source, scenario: 'tenant-auth' }, SEED)).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringContaining('has no vectors') as string,
    })
  })
})
