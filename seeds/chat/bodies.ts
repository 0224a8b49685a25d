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

/** Shares of messages. */
const SECOND_SENTENCE = 0.35
const GREETING = 0.2
const TOPIC_MENTION = 0.25
const TICKET_NUMBER = 0.06
const RARE_WORD = 0.02

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
    if (random.chance(GREETING)) text.part(greeting(random.below(texts.greetings.length)))
    const first = drawSentence(random)
    text.part(sentence(first))
    if (isShort[first] === 1 || random.chance(SECOND_SENTENCE)) {
      text.part(space)
      text.part(sentence(drawSentence(random)))
    }
    if (random.chance(TOPIC_MENTION))
      text.part(mention(topicOf(message) * TOPIC_SENTENCES.length + random.below(TOPIC_SENTENCES.length)))
    if (random.chance(TICKET_NUMBER)) {
      const number = 10_000 + random.below(90_000)
      text.part(ticket(Math.floor(number / 1000)))
      text.part(ticketEnd(number % 1000))
    }
    if (random.chance(RARE_WORD)) text.part(project(codenames.draw(random)))
  })
}
