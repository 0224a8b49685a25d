import { readdir } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { datasets } from '../../../seeds/index.js'
import { EXIT } from '../../../src/model/errors.js'
import { loadDataset } from '../../../src/seed/load-dataset.js'
import { packageRoot } from '../../../src/model/package-root.js'

describe('loadDataset', () => {
  it.each(Object.keys(datasets))('loads %s, under its own name, with its SQL', async (name) => {
    const { dataset, tablesSql, constraintsSql } = await loadDataset(name, [])
    expect(dataset.name).toBe(name)
    for (const { schema, table } of dataset.generate(1, 500)) {
      const names = [table, `"${table}"`, `${schema}.${table}`, `${schema}."${table}"`]
      expect(names.some((name) => tablesSql.includes(`CREATE TABLE ${name} (`))).toBe(true)
    }
    for (const role of dataset.roles) expect(constraintsSql).toContain(`\${role_${role.name}}`)
    const names = dataset.generate(1, 500).flatMap(({ schema, table }) => [table, `${schema}.${table}`])
    expect(names).toContain(dataset.mainTable)
  })

  it('reads no SQL of tables that are left out', async () => {
    const { tablesSql, constraintsSql, leftOutTables } = await loadDataset('chat', ['vector'])
    expect(leftOutTables).toEqual(['message_embeddings', 'held_out_queries'])
    for (const table of [...leftOutTables, ' vector(']) {
      expect(tablesSql).not.toContain(table)
      expect(constraintsSql).not.toContain(table)
    }
    expect(tablesSql).toContain('CREATE TABLE messages (')
    expect((await loadDataset('chat', [])).leftOutTables).toEqual([])
  })

  it('refuses an unknown name and suggests the one that was meant', async () => {
    await expect(loadDataset('caht', [])).rejects.toMatchObject({
      exitCode: EXIT.usage,
      message: 'Unknown dataset "caht".',
      hint: expect.stringContaining('Did you mean "chat"?') as string,
    })
  })

  it('does not take a property of every object for a dataset', async () => {
    await expect(loadDataset('constructor', [])).rejects.toMatchObject({ exitCode: EXIT.usage })
  })
})

describe('packageRoot', () => {
  it('is the folder in which the datasets lie', async () => {
    expect(await readdir(`${await packageRoot()}/seeds`)).toEqual(
      expect.arrayContaining(Object.keys(datasets)),
    )
  })
})
