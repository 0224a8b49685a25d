// Titles and bodies, combined from pools that are drawn once.
import { randomStream, type RandomStream } from '../../src/model/random.js'
import { aliasSampler } from '../lib/alias-sampler.js'
import { fillSlots } from '../lib/fill-slots.js'
import { entry, pick } from '../lib/pick.js'
import { zipfWeights } from '../lib/zipf.js'
import { GREETINGS, SENTENCES, TITLES, TOPIC_SENTENCES, TOPICS } from './templates.js'
import { wordSlots } from './word-slots.js'

const SENTENCE_POOL = 4000
const GREETING_POOL = 300
/** A few sentences are typed again and again. */
const SENTENCE_EXPONENT = 0.4
const TOPIC_EXPONENT = 1.2
/** Texts agree with embeddings this often. The other conversations draw from all topics, so that each occurs. */
const TOPIC_OF_CLUSTER = 0.5
/** A first sentence under this length is followed by a second. */
const SHORT = 60

/** Shares of messages. */
const SECOND_SENTENCE = 0.35
const GREETING = 0.2
const TOPIC_MENTION = 0.25
const TICKET_NUMBER = 0.06
const RARE_WORD = 0.02

export interface ChatTexts {
  /** What a conversation is about whose embeddings lie in this cluster. */
  drawTopic(cluster: number, random: RandomStream): string
  drawTitle(topic: string, random: RandomStream): string
  drawBody(topic: string, random: RandomStream): string
}

export function writeTexts(seed: number, clusters: number): ChatTexts {
  const random = randomStream(seed, 'chat/texts')
  const slots = wordSlots(seed)
  const sentences = Array.from({ length: SENTENCE_POOL }, () =>
    fillSlots(pick(SENTENCES, random), slots, random),
  )
  const greetings = Array.from({ length: GREETING_POOL }, () =>
    fillSlots(pick(GREETINGS, random), slots, random),
  )
  const drawSentence = aliasSampler(zipfWeights(SENTENCE_POOL, SENTENCE_EXPONENT))
  const drawTopic = aliasSampler(zipfWeights(TOPICS.length, TOPIC_EXPONENT))
  const topics = Array.from({ length: clusters }, () => entry(TOPICS, drawTopic(random)))
  return {
    drawTopic: (cluster, random) =>
      random.next() < TOPIC_OF_CLUSTER ? entry(topics, cluster) : entry(TOPICS, drawTopic(random)),
    drawTitle: (topic, random) => fillSlots(pick(TITLES, random), { ...slots, topic: () => topic }, random),
    drawBody: (topic, random) => {
      const first = entry(sentences, drawSentence(random))
      const parts = [first]
      if (first.length < SHORT || random.next() < SECOND_SENTENCE)
        parts.push(entry(sentences, drawSentence(random)))
      if (random.next() < TOPIC_MENTION) parts.push(pick(TOPIC_SENTENCES, random).replace('{topic}', topic))
      if (random.next() < TICKET_NUMBER) parts.push(`Ticket #${10_000 + random.below(90_000)}.`)
      if (random.next() < RARE_WORD) parts.push(`Project ${slots.codename(random)}.`)
      const greeting = random.next() < GREETING ? pick(greetings, random) : ''
      return greeting + parts.join(' ')
    },
  }
}
