// What messages say: sentences from pools, put together anew for each.
import type { ColumnSource } from '../../src/model/dataset.js'
import { aliasSampler } from '../lib/alias-sampler.js'
import { composed } from '../lib/columns.js'
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
  const { greetings, sentences, topics, codename } = texts
  // Everything but the sentence that comes first or after a greeting begins with the space before it.
  const second = greetings.length + sentences.length
  const mentions = second + sentences.length
  const parts = [
    ...greetings,
    ...sentences,
    ...sentences.map((sentence) => ` ${sentence}`),
    ...topics.flatMap((topic) => TOPIC_SENTENCES.map((sentence) => ` ${sentence.replace('{topic}', topic)}`)),
  ]
  const isShort = Uint8Array.from(sentences, (sentence) => (sentence.length < SHORT ? 1 : 0))
  const drawSentence = aliasSampler(zipfWeights(sentences.length, SENTENCE_EXPONENT))
  return composed('text', parts, (message, random, text) => {
    if (random.next() < GREETING) text.part(random.below(greetings.length))
    const first = drawSentence(random)
    text.part(greetings.length + first)
    if (isShort[first] === 1 || random.next() < SECOND_SENTENCE) text.part(second + drawSentence(random))
    if (random.next() < TOPIC_MENTION)
      text.part(mentions + topicOf(message) * TOPIC_SENTENCES.length + random.below(TOPIC_SENTENCES.length))
    if (random.next() < TICKET_NUMBER) text.add(` Ticket #${10_000 + random.below(90_000)}.`)
    if (random.next() < RARE_WORD) text.add(` Project ${codename(random)}.`)
  })
}
