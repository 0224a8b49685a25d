// A message's metadata: its keys depend on the channel, its language on the region, and labels are few.
import type { ColumnSource, TextParts } from '../../src/model/dataset.js'
import type { RandomStream } from '../../src/model/random.js'
import { aliasSampler } from '../lib/alias-sampler.js'
import { composed } from '../lib/columns.js'
import { partList } from '../lib/part-list.js'
import { entry } from '../lib/pick.js'
import { CHANNELS } from './plan-conversations.js'
import { REGIONS } from './plan-tenants.js'

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
/** None, or up to four. */
const ATTACHMENTS = 5

const LANGUAGES: Readonly<Record<Region, readonly string[]>> = {
  us: ['en', 'en', 'en', 'en', 'en', 'es'],
  eu: ['en', 'en', 'de', 'de', 'fr', 'nl'],
  apac: ['en', 'en', 'ja', 'ko'],
}
const CLIENTS = ['web', 'web', 'ios', 'android'] as const
const MAILERS = ['inbound', 'inbound', 'forwarded', 'list'] as const

const drawLabel = aliasSampler(LABEL_WEIGHTS)

/** JSON whose pieces are all known beforehand. The functions give indexes of CHANNELS and REGIONS. */
export function metadataColumn(
  channelOf: (message: number) => number,
  regionOf: (message: number) => number,
): ColumnSource {
  const { parts, range } = partList()
  const kinds = CHANNELS.flatMap((channel) =>
    REGIONS.map((region) => {
      const languages = LANGUAGES[region]
      const head = range(languages.length * ATTACHMENTS, (index) => {
        const language = entry(languages, Math.floor(index / ATTACHMENTS))
        return `{"channel": "${channel}", "lang": "${language}", "attachments": ${index % ATTACHMENTS}, "labels": [`
      })
      return { channel, languages: languages.length, head }
    }),
  )
  const label = range(LABELS.length, (index) => `"${LABELS[index]}"`)
  const nextLabel = range(LABELS.length, (index) => `, "${LABELS[index]}"`)
  const client = range(CLIENTS.length, (index) => `], "client": "${CLIENTS[index]}"}`)
  const mail = range(MAILERS.length, (index) => `], "mail": "${MAILERS[index]}", "thread": `)
  const threadStart = range(1000, String)
  const threadEnd = range(1000, (low) => `${String(low).padStart(3, '0')}}`)
  const source = range(40 * 3, (index) => {
    const attempt = 1 + (index % 3)
    return `], "source": "integration-${Math.floor(index / 3)}", "attempt": ${attempt}}`
  })
  const duration = range(1820, (seconds) => `], "duration_s": ${seconds}}`)

  return composed('jsonb', parts, (message, random, text) => {
    const { channel, languages, head } = entry(kinds, channelOf(message) * REGIONS.length + regionOf(message))
    const language = random.below(languages)
    const attachments = random.chance(ATTACHED) ? 1 + random.below(ATTACHMENTS - 1) : 0
    text.part(head(language * ATTACHMENTS + attachments))
    writeLabels(random, text)
    switch (channel) {
      case 'chat':
        return text.part(client(random.below(CLIENTS.length)))
      case 'email':
        text.part(mail(random.below(MAILERS.length)))
        text.part(threadStart(1 + random.below(999)))
        return text.part(threadEnd(random.below(1000)))
      case 'api':
        return text.part(source(random.below(40) * 3 + random.below(3)))
      case 'phone':
        return text.part(duration(20 + random.below(1800)))
    }
  })

  function writeLabels(random: RandomStream, text: TextParts): void {
    if (!random.chance(LABELLED)) return
    const first = drawLabel(random)
    text.part(label(first))
    const second = drawLabel(random)
    if (random.chance(SECOND_LABEL) && second !== first) text.part(nextLabel(second))
  }
}
