// A message's metadata: its keys depend on the channel, its language on the region, and labels are few.
import type { RandomStream } from '../../src/model/random.js'
import { aliasSampler } from '../lib/alias-sampler.js'
import { entry, pick } from '../lib/pick.js'
import type { Channel } from './plan-conversations.js'
import type { REGIONS } from './plan-tenants.js'

const LABELS = [
  'follow-up',
  'billing',
  'question',
  'bug',
  'feedback',
  'vip',
  'urgent',
  'escalated',
  'legal',
  'data-breach',
]
/** Per thousand labels; one message in seven has one. `urgent` is then on about 0.3 % of all messages. */
const LABEL_WEIGHTS = [400, 210, 160, 110, 65, 25, 18, 8, 3, 1]
const LABELLED = 0.14
const SECOND_LABEL = 0.15
const ATTACHED = 0.12

const LANGUAGES: Readonly<Record<(typeof REGIONS)[number], readonly string[]>> = {
  us: ['en', 'en', 'en', 'en', 'en', 'es'],
  eu: ['en', 'en', 'de', 'de', 'fr', 'nl'],
  apac: ['en', 'en', 'ja', 'ko'],
}
const CLIENTS = ['web', 'web', 'ios', 'android'] as const
const MAILERS = ['inbound', 'inbound', 'forwarded', 'list'] as const

const KEYS_OF_CHANNEL: Readonly<Record<Channel, (random: RandomStream) => string>> = {
  chat: (random) => `"client": "${pick(CLIENTS, random)}"`,
  email: (random) => `"mail": "${pick(MAILERS, random)}", "thread": ${random.below(1_000_000)}`,
  api: (random) => `"source": "integration-${random.below(40)}", "attempt": ${1 + random.below(3)}`,
  phone: (random) => `"duration_s": ${20 + random.below(1800)}`,
}

const drawLabel = aliasSampler(LABEL_WEIGHTS)

/** JSON text. */
export function drawMetadata(
  channel: Channel,
  region: (typeof REGIONS)[number],
  random: RandomStream,
): string {
  const attachments = random.next() < ATTACHED ? 1 + random.below(4) : 0
  const shared = `"channel": "${channel}", "lang": "${pick(LANGUAGES[region], random)}", "attachments": ${attachments}`
  return `{${shared}, "labels": ${drawLabels(random)}, ${KEYS_OF_CHANNEL[channel](random)}}`
}

function drawLabels(random: RandomStream): string {
  if (random.next() >= LABELLED) return '[]'
  const first = entry(LABELS, drawLabel(random))
  const second = entry(LABELS, drawLabel(random))
  return random.next() < SECOND_LABEL && second !== first ? `["${first}", "${second}"]` : `["${first}"]`
}
