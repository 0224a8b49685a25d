// Who belongs to whom, decided before any row is written, so that every table can be streamed and still agree with the
// others. About 4 bytes a message and 6 a chunk.
import { randomStream } from '../../src/model/random.js'
import { arrivalClock, type ArrivalClock } from '../lib/arrival-clock.js'
import { rowUuid } from '../lib/columns.js'
import { embeddingMixture, type EmbeddingMixture } from '../lib/embedding-mixture.js'
import { countRows, type Counts } from './counts.js'
import { PERIOD } from './period.js'
import { planKnowledge, type KnowledgePlan } from './plan-knowledge.js'
import { planMessages } from './plan-messages.js'
import { ownRows, planTenants, type Owned, type TenantPlan } from './plan-tenants.js'
import { writeTexts, type Texts } from './texts.js'

/** Dimensions of every embedding. */
export const DIMENSIONS = 384

export interface Plan {
  readonly seed: number
  readonly counts: Counts
  /** Of the messages; `timeAt` serves all else that happens in the period. */
  readonly clock: ArrivalClock
  readonly mixture: EmbeddingMixture
  readonly texts: Texts
  readonly tenants: TenantPlan
  /** Of each tenant, by position. */
  readonly tenantIds: readonly string[]
  readonly users: Owned
  readonly personalities: Owned
  readonly widgets: Owned
  readonly meetings: Owned
  readonly sessions: Owned
  readonly documents: Owned
  readonly alerts: Owned
  /** Session of each message. */
  readonly sessionOf: Uint32Array
  readonly knowledge: KnowledgePlan
}

export function makePlan(seed: number, messages: number): Plan {
  const counts = countRows(messages)
  const mixture = embeddingMixture(DIMENSIONS, randomStream(seed, 'assistant-platform/mixture'))
  const tenants = planTenants(seed, counts.tenants, mixture)
  const own = (table: string, rows: number, least: number): Owned =>
    ownRows(seed, table, rows, least, tenants)
  const documents = own('documents', counts.documents, 2)
  return {
    seed,
    counts,
    clock: arrivalClock({ ...PERIOD, events: messages, seed }),
    mixture,
    texts: writeTexts(seed),
    tenants,
    tenantIds: Array.from({ length: counts.tenants }, (_, tenant) => idOf('tenants', tenant)),
    users: own('users', counts.users, 3),
    personalities: own('personalities', counts.personalities, 2),
    widgets: own('widgets', counts.widgets, 2),
    meetings: own('meetings', counts.meetings, 3),
    sessions: own('sessions', counts.sessions, 4),
    documents,
    alerts: own('alerts', counts.budgetAlerts, 2),
    sessionOf: planMessages(seed, messages, counts.sessions),
    knowledge: planKnowledge(seed, counts.chunks, documents.tenantOf, tenants),
  }
}

/** The id of a row, for itself and for whoever refers to it. */
export const idOf = (table: string, row: number): string => rowUuid(`assistant-platform/${table}`, row)
