// The dataset `conversation-memory`: what a craftsman's assistant remembers of its customers, their conversations and jobs.
import type { Dataset } from '../../src/model/dataset.js'
import { conversationTables } from './conversations.js'
import { customerTables } from './customers.js'
import { jobTables } from './jobs.js'
import { messageTable } from './messages.js'
import { CONVERSATION_EXPONENT, planMemory } from './plan.js'

export const conversationMemory: Dataset = {
  name: 'conversation-memory',
  title: 'Conversations, customers and jobs that an assistant remembers',
  generatorVersion: 1,
  mainTable: 'Message',
  scales: { small: 20_000, medium: 500_000, large: 5_000_000 },
  extensions: {},
  roles: [{ name: 'app', purpose: 'the application: one business, so it sees every row' }],
  // One business has no tenants: what differs in size is the conversation.
  tenancy: { table: 'Message', column: 'conversation_id', setting: 'app.conversation_id' },
  bytesPerMainRow: 1_500,
  files: { tables: 'tables.sql', constraints: 'constraints.sql' },
  facts: { 'conversation sizes': `Zipf, exponent ${CONVERSATION_EXPONENT}` },
  generate(seed, mainRows) {
    const plan = planMemory(seed, mainRows)
    return [...customerTables(plan), ...jobTables(plan), ...conversationTables(plan), messageTable(plan)]
  },
}
