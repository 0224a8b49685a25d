import { describe, expect, it } from 'vitest'
import { chat } from '../../../seeds/chat/generate.js'
import { leaveOutTables, tablesNeeding } from '../../../src/seed/leave-out-tables.js'

const names = (dataset: typeof chat): string[] => dataset.generate(1, 500).map(({ table }) => table)

describe('a dataset without an extension', () => {
  const without = leaveOutTables(chat, ['vector'])

  it('has neither the tables, nor the facts about them', () => {
    expect(names(without)).toEqual(['tenants', 'users', 'conversations', 'messages'])
    expect(Object.keys(without.facts)).toEqual(['tenant sizes'])
    expect(without.extensions).toEqual({})
  })

  it('keeps every row of the others', () => {
    const whole = new Map(chat.generate(1, 500).map((table) => [table.table, table]))
    for (const { table, rows } of without.generate(1, 500)) {
      expect([...rows()]).toEqual([...(whole.get(table)?.rows() ?? [])])
    }
  })

  it('is what it was where nothing is left out', () => {
    expect(names(leaveOutTables(chat, []))).toEqual(names(chat))
    expect(tablesNeeding(chat, [])).toEqual([])
  })

  it('keeps its main table and the one that sizes tenants', () => {
    for (const table of [chat.mainTable, chat.tenancy.table]) expect(names(without)).toContain(table)
  })
})
