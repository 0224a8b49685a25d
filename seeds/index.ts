// Every dataset by name, loaded when asked for: generators bring their pools of text with them.
import type { Dataset } from '../src/model/dataset.js'

export const datasets: Readonly<Record<string, () => Promise<Dataset>>> = {
  'assistant-platform': async () => (await import('./assistant-platform/generate.js')).assistantPlatform,
  chat: async () => (await import('./chat/generate.js')).chat,
  'conversation-memory': async () => (await import('./conversation-memory/generate.js')).conversationMemory,
  'hosting-billing': async () => (await import('./hosting-billing/generate.js')).hostingBilling,
  'tenant-auth': async () => (await import('./tenant-auth/generate.js')).tenantAuth,
  'report-catalog': async () => (await import('./report-catalog/generate.js')).reportCatalog,
}
