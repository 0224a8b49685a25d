// Which conversation each message belongs to, in the order of arrival: tenants interleave, so the heap is not in tenant
// order, and a conversation's messages lie apart as they would in a table that grew.
import { randomStream, type RandomStream } from '../../src/model/random.js'
import type { ArrivalClock } from '../lib/arrival-clock.js'
import { hashInteger } from '../lib/hash-integer.js'
import { steadyPower } from '../lib/power.js'
import type { ConversationPlan } from './plan-conversations.js'
import type { TenantPlan } from './plan-tenants.js'

/** A message goes to one of the tenant's latest conversations, the last ones more often. */
const ACTIVE_CONVERSATIONS = 12
const TRIES = 5
/** With both, about 8 % of all conversations are open. */
const OPEN_AT_THE_END = 0.5
const OPEN_EXPONENT = 12

export interface MessagePlan {
  readonly conversationOf: Uint32Array
  /** When the last message of a conversation was sent, in milliseconds since 1970; null without one. */
  lastTimeOf(conversation: number): number | null
  /** Is the conversation still open? The nearer its last message is to the end, the likelier. */
  isOpen(conversation: number): boolean
}

export function planMessages(
  seed: number,
  count: number,
  tenants: TenantPlan,
  conversations: ConversationPlan,
  clock: ArrivalClock,
): MessagePlan {
  const random = randomStream(seed, 'chat/message-plan')
  const started = new Uint32Array(tenants.count)
  const conversationOf = Uint32Array.from({ length: count }, (_, message) => {
    const tenant = tenants.draw(random)
    const begun = countStarted(tenant, started[tenant] ?? 0, message / count, conversations)
    started[tenant] = begun
    return drawConversation(tenant, begun, seed, conversations, random)
  })
  const last = findLast(conversationOf, conversations.tenantOf.length, clock)
  return {
    conversationOf,
    lastTimeOf: (conversation) => last.time[conversation] || null,
    isOpen: (conversation) => {
      const recency = last.fraction[conversation] || conversations.startOf(conversation)
      return uniform(seed + 1, conversation) < OPEN_AT_THE_END * steadyPower(recency, OPEN_EXPONENT)
    },
  }
}

/** By conversation: the latest time of a message, and its place in the order; 0 without a message. */
function findLast(
  conversationOf: Uint32Array,
  conversations: number,
  clock: ArrivalClock,
): { readonly time: Float64Array; readonly fraction: Float32Array } {
  const time = new Float64Array(conversations)
  const fraction = new Float32Array(conversations)
  for (const [message, conversation] of conversationOf.entries()) {
    time[conversation] = Math.max(time[conversation] ?? 0, clock.timeOf(message))
    fraction[conversation] = message / conversationOf.length
  }
  return { time, fraction }
}

function countStarted(
  tenant: number,
  known: number,
  fraction: number,
  conversations: ConversationPlan,
): number {
  const { ofTenant, startOf } = conversations
  let begun = known
  while (begun < ofTenant.size(tenant) && startOf(ofTenant.member(tenant, begun)) <= fraction) begun += 1
  return begun
}

/** Some conversations are chatty and most are not: a candidate is taken with the probability of its chattiness. */
function drawConversation(
  tenant: number,
  begun: number,
  seed: number,
  conversations: ConversationPlan,
  random: RandomStream,
): number {
  let candidate = 0
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const point = random.next()
    const back = Math.floor(Math.min(begun, ACTIVE_CONVERSATIONS) * point * point)
    candidate = conversations.ofTenant.member(tenant, begun - 1 - back)
    const chattiness = uniform(seed, candidate)
    if (random.next() < chattiness * chattiness * chattiness) break
  }
  return candidate
}

const uniform = (seed: number, index: number): number => hashInteger(seed, index) / 0x1_0000_0000
