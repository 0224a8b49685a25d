// Titles, and the sentences that bodies are made of, drawn once from templates.
import { randomStream, type RandomStream } from '../../src/model/random.js'
import { aliasSampler } from '../lib/alias-sampler.js'
import { fillSlots } from '../lib/fill-slots.js'
import { entry, pick } from '../lib/pick.js'
import { zipfWeights } from '../lib/zipf.js'
import { GREETINGS, SENTENCES, TITLES, TOPICS } from './templates.js'
import { codenames, wordSlots, type Words } from './word-slots.js'

const SENTENCE_POOL = 4000
const GREETING_POOL = 300
const TOPIC_EXPONENT = 1.2
/** Texts agree with embeddings this often. The other conversations draw from all topics, so that each occurs. */
const TOPIC_OF_CLUSTER = 0.5

export interface ChatTexts {
  /** With the space after them. */
  readonly greetings: readonly string[]
  readonly sentences: readonly string[]
  readonly topics: readonly string[]
  /** Words that hardly any message has. */
  readonly codenames: Words
  /** What a conversation is about whose embeddings lie in this cluster: an index of `topics`. */
  drawTopic(cluster: number, random: RandomStream): number
  drawTitle(topic: number, random: RandomStream): string
}

export function writeTexts(seed: number, clusters: number): ChatTexts {
  const random = randomStream(seed, 'chat/texts')
  const slots = wordSlots(seed)
  const fill = (templates: readonly string[]): string => fillSlots(pick(templates, random), slots, random)
  const sentences = Array.from({ length: SENTENCE_POOL }, () => fill(SENTENCES))
  const greetings = Array.from({ length: GREETING_POOL }, () => fill(GREETINGS))
  const drawTopic = aliasSampler(zipfWeights(TOPICS.length, TOPIC_EXPONENT))
  const topicOfCluster = Array.from({ length: clusters }, () => drawTopic(random))
  return {
    greetings,
    sentences,
    topics: TOPICS,
    codenames: codenames(seed),
    drawTopic: (cluster, random) =>
      random.chance(TOPIC_OF_CLUSTER) ? entry(topicOfCluster, cluster) : drawTopic(random),
    drawTitle: (topic, random) =>
      fillSlots(pick(TITLES, random), { ...slots, topic: () => entry(TOPICS, topic) }, random),
  }
}
