// The encoder by itself, without a server, beside faker making the same columns for every row.
import { faker } from '@faker-js/faker/locale/en'
import { BLOCK_ROWS, type TableData } from '../../src/model/dataset.js'
import { blockEncoder } from '../../src/postgres/copy-binary.js'
import { median } from './compare.js'

const FAKER_MESSAGES = 20_000

export interface EncoderRates {
  readonly encodedPerSecond: number
  readonly fakerPerSecond: number
}

/** Medians of `rounds`, in turns. `table` is that of messages. */
export function compareWithFaker(table: TableData, rounds: number, now: () => number): EncoderRates {
  const encode = blockEncoder(table)
  const encoded: number[] = []
  const faked: number[] = []
  const timed = (rows: number, work: () => void): number => {
    const startNs = now()
    work()
    return (rows * 1e9) / (now() - startNs)
  }
  for (let round = 0; round < rounds; round++) {
    encoded.push(timed(table.rowCount, () => drain(encode, Math.ceil(table.rowCount / BLOCK_ROWS))))
    faked.push(timed(FAKER_MESSAGES, () => makeMessages(FAKER_MESSAGES)))
  }
  return { encodedPerSecond: median(encoded), fakerPerSecond: median(faked) }
}

function drain(encode: ReturnType<typeof blockEncoder>, blocks: number): void {
  for (let block = 0; block < blocks; block++) for (const chunk of encode(block)) seen += chunk.length
}

function makeMessages(count: number): void {
  for (let row = 0; row < count; row++) {
    const { body, metadata, createdAt } = fakeMessage(row)
    seen += body.length + metadata.length + createdAt.getTime()
  }
}

/**
 * The row that is encoded, so that the ratio says what drawing from pools saves: four values of a user stood here, another
 * row and less work. Bodies are as long as ours, in faker's sentences that are made as ours are, which take it least time.
 * What it makes stays values: encoding them is not counted.
 */
function fakeMessage(row: number) {
  const { number, helpers, hacker, datatype, date } = faker
  return {
    id: row + 1,
    tenantId: number.int({ min: 1, max: 2500 }),
    conversationId: number.int({ min: 1, max: 100_000 }),
    senderId: number.int({ min: 1, max: 50_000 }),
    body: helpers.multiple(hacker.phrase, { count: { min: 1, max: 3 } }).join(' '),
    metadata: JSON.stringify({
      channel: helpers.arrayElement(CHANNELS),
      lang: helpers.arrayElement(LANGUAGES),
      attachments: number.int({ max: 4 }),
      labels: helpers.maybe(() => [helpers.arrayElement(LABELS)], { probability: 0.14 }) ?? [],
      client: helpers.arrayElement(CLIENTS),
    }),
    isRead: datatype.boolean(0.97),
    createdAt: date.between(PERIOD),
  }
}

const CHANNELS = ['chat', 'email', 'api', 'phone']
const LANGUAGES = ['en', 'es', 'de', 'fr', 'nl', 'ja', 'ko']
const LABELS = ['follow-up', 'billing', 'question', 'bug', 'feedback', 'vip', 'urgent']
const CLIENTS = ['web', 'ios', 'android']
const PERIOD = { from: '2023-01-01', to: '2025-01-01' }

/** Used, so that nothing is optimised away. */
let seen = 0
