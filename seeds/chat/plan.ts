// Who belongs to whom, decided before any row is written, so that every table can be streamed and still agree with the
// others. About 4 bytes a message and 33 a conversation.
import { randomStream } from '../../src/model/random.js'
import { arrivalClock, type ArrivalClock } from '../lib/arrival-clock.js'
import { embeddingMixture, MIXTURE, type EmbeddingMixture } from '../lib/embedding-mixture.js'
import { chatCounts, type ChatCounts } from './counts.js'
import { planConversations, type ConversationPlan } from './plan-conversations.js'
import { planMessages, type MessagePlan } from './plan-messages.js'
import { planTenants, type TenantPlan } from './plan-tenants.js'
import { planUsers, type UserPlan } from './plan-users.js'
import { PERIOD } from './period.js'
import { writeTexts, type ChatTexts } from './texts.js'

/** Dimensions of every embedding. */
export const DIMENSIONS = 96

export interface ChatPlan {
  readonly seed: number
  readonly counts: ChatCounts
  readonly clock: ArrivalClock
  readonly mixture: EmbeddingMixture
  readonly texts: ChatTexts
  readonly tenants: TenantPlan
  readonly users: UserPlan
  readonly conversations: ConversationPlan
  readonly messages: MessagePlan
}

export function planChat(seed: number, mainRows: number): ChatPlan {
  const counts = chatCounts(mainRows)
  const clock = arrivalClock({ ...PERIOD, events: counts.messages, seed })
  const mixture = embeddingMixture(DIMENSIONS, randomStream(seed, 'chat/mixture'))
  const tenants = planTenants(seed, counts.tenants, mixture)
  const texts = writeTexts(seed, MIXTURE.centres)
  const users = planUsers(seed, counts.users, tenants)
  const conversations = planConversations(seed, counts.conversations, tenants, users, texts)
  const messages = planMessages(seed, counts.messages, tenants, conversations, clock)
  return {
    seed,
    counts,
    clock,
    mixture,
    texts,
    tenants,
    users,
    conversations,
    messages,
  }
}
