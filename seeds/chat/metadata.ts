// A message's metadata: its keys depend on the channel, its language on the region, and labels are few.
import type { ColumnSource } from '../../src/model/dataset.js'
import type { RandomStream } from '../../src/model/random.js'
import { aliasSampler } from '../lib/alias-sampler.js'
import { composed } from '../lib/columns.js'
import { partList } from '../lib/part-list.js'
import { pick } from '../lib/pick.js'
import type { Channel } from './plan-conversations.js'
import type { REGIONS } from './plan-tenants.js'

type Region = (typeof REGIONS)[number]

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

const LANGUAGES: Readonly<Record<Region, readonly string[]>> = {
  us: ['en', 'en', 'en', 'en', 'en', 'es'],
  eu: ['en', 'en', 'de', 'de', 'fr', 'nl'],
  apac: ['en', 'en', 'ja', 'ko'],
}
const CLIENTS = ['web', 'web', 'ios', 'android'] as const
const MAILERS = ['inbound', 'inbound', 'forwarded', 'list'] as const

const drawLabel = aliasSampler(LABEL_WEIGHTS)

/** JSON whose pieces are all known beforehand. */
export function metadataColumn(
  channelOf: (message: number) => Channel,
  regionOf: (message: number) => Region,
): ColumnSource {
  const { parts, each, range, one } = partList()
  const channel = each(['chat', 'email', 'api', 'phone'], (name) => `{"channel": "${name}", "lang": "`)
  const language = each(Object.values(LANGUAGES).flat(), (code) => code)
  const attachments = range(5, (count) => `", "attachments": ${count}, "labels": [`)
  const labels = range(LABELS.length, (label) => `"${LABELS[label]}"`)
  const comma = one(', ')
  const client = each(CLIENTS, (name) => `], "client": "${name}"}`)
  const mail = each(MAILERS, (name) => `], "mail": "${name}", "thread": `)
  const source = range(40, (number) => `], "source": "integration-${number}", "attempt": `)
  const phone = one('], "duration_s": ')
  const number = range(1820, String)
  const close = one('}')
  const padded = range(1000, (low) => `${String(low).padStart(3, '0')}}`)

  return composed('jsonb', parts, (message, random, text) => {
    const { part } = text
    const name = channelOf(message)
    part(channel(name))
    part(language(pick(LANGUAGES[regionOf(message)], random)))
    part(attachments(random.next() < ATTACHED ? 1 + random.below(4) : 0))
    writeLabels(random, part)
    switch (name) {
      case 'chat':
        return part(client(pick(CLIENTS, random)))
      case 'email':
        part(mail(pick(MAILERS, random)))
        part(number(1 + random.below(999)))
        return part(padded(random.below(1000)))
      case 'api':
        part(source(random.below(40)))
        part(number(1 + random.below(3)))
        return part(close)
      case 'phone':
        part(phone)
        part(number(20 + random.below(1800)))
        return part(close)
    }
  })

  function writeLabels(random: RandomStream, part: (index: number) => void): void {
    if (random.next() >= LABELLED) return
    const first = drawLabel(random)
    part(labels(first))
    const second = drawLabel(random)
    if (random.next() >= SECOND_LABEL || second === first) return
    part(comma)
    part(labels(second))
  }
}
