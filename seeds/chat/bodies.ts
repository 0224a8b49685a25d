// What messages say: sentences from pools, put together anew for each.
import type { ColumnSource } from '../../src/model/dataset.js'
import { aliasSampler } from '../lib/alias-sampler.js'
import { composed } from '../lib/columns.js'
import { partList } from '../lib/part-list.js'
import { entry } from '../lib/pick.js'
import { zipfWeights } from '../lib/zipf.js'
import { TOPIC_SENTENCES } from './templates.js'
import type { ChatTexts } from './texts.js'

/** A few sentences are typed again and again. */
const SENTENCE_EXPONENT = 0.4
/** A first sentence under this length is followed by a second. */
const SHORT = 60

/** What a body may have beside its first sentence: bits of its shape, which is drawn once for all of them. */
const [GREETING, SECOND_SENTENCE, TOPIC_MENTION, TICKET_NUMBER, RARE_WORD] = [1, 2, 4, 8, 16]
/** Shares of messages, in that order; each independent of the others. */
const SHARES = [0.2, 0.35, 0.25, 0.06, 0.02]

const drawShape = aliasSampler(
  Array.from({ length: 2 ** SHARES.length }, (_, shape) =>
    SHARES.reduce((product, share, bit) => product * ((shape >> bit) % 2 === 1 ? share : 1 - share), 1),
  ),
)

/** `topicOf` gives the index of the topic that a message is about. */
export function bodyColumn(texts: ChatTexts, topicOf: (message: number) => number): ColumnSource {
  const { sentences, codenames } = texts
  const { parts, range, one } = partList()
  const greeting = range(texts.greetings.length, (index) => entry(texts.greetings, index))
  const sentence = range(sentences.length, (index) => entry(sentences, index))
  const space = one(' ')
  const mention = range(texts.topics.length * TOPIC_SENTENCES.length, (index) => {
    const topic = entry(texts.topics, Math.floor(index / TOPIC_SENTENCES.length))
    return ` ${entry(TOPIC_SENTENCES, index % TOPIC_SENTENCES.length).replace('{topic}', topic)}`
  })
  const ticket = range(100, (thousands) => ` Ticket #${thousands}`)
  const ticketEnd = range(1000, (rest) => `${String(rest).padStart(3, '0')}.`)
  const project = range(codenames.words.length, (index) => ` Project ${entry(codenames.words, index)}.`)
  const isShort = Uint8Array.from(sentences, (sentence) => (sentence.length < SHORT ? 1 : 0))
  const drawSentence = aliasSampler(zipfWeights(sentences.length, SENTENCE_EXPONENT))
  return composed('text', parts, (message, random, text) => {
    const shape = drawShape(random)
    if (shape & GREETING) text.part(greeting(random.below(texts.greetings.length)))
    const first = drawSentence(random)
    text.part(sentence(first))
    if (isShort[first] === 1 || shape & SECOND_SENTENCE) {
      text.part(space)
      text.part(sentence(drawSentence(random)))
    }
    if (shape & TOPIC_MENTION)
      text.part(mention(topicOf(message) * TOPIC_SENTENCES.length + random.below(TOPIC_SENTENCES.length)))
    if (shape & TICKET_NUMBER) {
      const number = 10_000 + random.below(90_000)
      text.part(ticket(Math.floor(number / 1000)))
      text.part(ticketEnd(number % 1000))
    }
    if (shape & RARE_WORD) text.part(project(codenames.draw(random)))
  })
}
