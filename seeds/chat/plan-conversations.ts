// Which conversations a tenant has, who owns each, when it began and what it is about.
import { randomStream } from '../../src/model/random.js'
import { aliasSampler } from '../lib/alias-sampler.js'
import { groupMembers, type Groups } from '../lib/groups.js'
import type { TenantPlan } from './plan-tenants.js'
import type { UserPlan } from './plan-users.js'
import type { ChatTexts } from './texts.js'

export const CHANNELS = ['chat', 'email', 'api', 'phone'] as const

const CHANNEL_WEIGHTS = [52, 30, 11, 7]

export interface ConversationPlan {
  readonly tenantOf: Uint16Array
  readonly ownerOf: Uint32Array
  /** Cluster of embeddings. */
  readonly clusterOf: Uint16Array
  /** An index of the topics. */
  topicOf(conversation: number): number
  /** By tenant, in the order they began. */
  readonly ofTenant: Groups
  /** An index of CHANNELS. */
  channelOf(conversation: number): number
  /** The fraction of all messages before which it began. */
  startOf(conversation: number): number
}

export function planConversations(
  seed: number,
  count: number,
  tenants: TenantPlan,
  users: UserPlan,
  texts: ChatTexts,
): ConversationPlan {
  const random = randomStream(seed, 'chat/conversation-plan')
  const drawChannel = aliasSampler(CHANNEL_WEIGHTS)
  // Every tenant's first conversation begins before all messages: whoever writes has one to write in.
  const startOf = (conversation: number): number =>
    Math.max(0, (conversation - tenants.count) / (count - tenants.count))
  const tenantOf = Uint16Array.from({ length: count }, (_, conversation) =>
    conversation < tenants.count ? conversation : tenants.draw(random),
  )
  const channels = Uint8Array.from({ length: count }, () => drawChannel(random))
  const clusterOf = Uint16Array.from(tenantOf, (tenant) => tenants.drawCluster(tenant, random))
  const topics = Uint8Array.from(clusterOf, (cluster) => texts.drawTopic(cluster, random))
  return {
    tenantOf,
    ownerOf: Uint32Array.from(tenantOf, (tenant, index) => users.draw(tenant, startOf(index), random)),
    clusterOf,
    topicOf: (conversation) => topics[conversation] ?? 0,
    ofTenant: groupMembers(tenantOf, tenants.count),
    channelOf: (conversation) => channels[conversation] ?? 0,
    startOf,
  }
}
