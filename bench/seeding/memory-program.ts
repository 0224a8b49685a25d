// Loads one large table in a process of its own and says how much memory that took. Started by memory.ts.
import { withPgSession } from '../../src/postgres/pg-session.js'
import { loadTable } from '../../src/seed/load-table.js'
import { embeddingsOf, messagesOf } from './bench-tables.js'
import type { MemoryOrder, MemoryPeak } from './memory.js'

const now = (): number => Number(process.hrtime.bigint())

process.once('message', (order: MemoryOrder) => {
  const { signal } = new AbortController()
  const startNs = now()
  void withPgSession({ address: order.address, signal, now }, async (session) => {
    const table = order.data === 'messages' ? messagesOf(order.rows) : embeddingsOf(order.rows)
    const planNs = now() - startNs
    await loadTable(session, table, () => {})
    const loadNs = now() - startNs - planNs
    const peak: MemoryPeak = {
      peakBytes: process.resourceUsage().maxRSS * 1024,
      planSeconds: planNs / 1e9,
      rowsPerSecond: (order.rows * 1e9) / loadNs,
    }
    process.send?.(peak)
    process.disconnect()
  })
})
