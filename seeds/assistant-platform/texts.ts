// Pools of texts: what is in a column is drawn from them, and encoded once.
import { randomStream, type RandomStream } from '../../src/model/random.js'
import { fillSlots, type Slots } from '../lib/fill-slots.js'
import { pick } from '../lib/pick.js'
import { drawPool } from '../lib/seeded-faker.js'
import { ANSWERS, KNOWLEDGE, MEETINGS, QUESTIONS, SYSTEM_NOTES, TITLES } from './templates.js'

const SPOKEN_POOL = 4000
const KNOWLEDGE_POOL = 6000
const TITLE_POOL = 2000
/** Sentences of a chunk. */
const CHUNK_SENTENCES = { fewest: 3, most: 6 } as const

export interface Texts {
  readonly questions: readonly string[]
  readonly answers: readonly string[]
  readonly notes: readonly string[]
  readonly chunks: readonly string[]
  readonly documentTitles: readonly string[]
  readonly meetingTitles: readonly string[]
  readonly firstNames: readonly string[]
  readonly lastNames: readonly string[]
  readonly companies: readonly string[]
}

export function writeTexts(seed: number): Texts {
  const random = randomStream(seed, 'assistant-platform/texts')
  const slots = wordSlots(seed)
  const write = (size: number, templates: readonly string[]): string[] =>
    Array.from({ length: size }, () => fillSlots(pick(templates, random), slots, random))
  return {
    questions: write(SPOKEN_POOL, QUESTIONS),
    answers: write(SPOKEN_POOL, ANSWERS),
    notes: write(50, SYSTEM_NOTES),
    chunks: Array.from({ length: KNOWLEDGE_POOL }, () => write(drawSentences(random), KNOWLEDGE).join(' ')),
    documentTitles: write(TITLE_POOL, TITLES),
    meetingTitles: write(TITLE_POOL, MEETINGS),
    firstNames: drawPool(1200, seed, 50, (faker) => faker.person.firstName()),
    lastNames: drawPool(1200, seed, 51, (faker) => faker.person.lastName()),
    companies: drawPool(1000, seed, 52, (faker) => faker.company.name()),
  }
}

const drawSentences = (random: RandomStream): number =>
  CHUNK_SENTENCES.fewest + random.below(CHUNK_SENTENCES.most - CHUNK_SENTENCES.fewest + 1)

function wordSlots(seed: number): Slots {
  const drawer = (pool: readonly string[]) => (random: RandomStream) => pick(pool, random)
  return {
    adjective: drawer(drawPool(800, seed, 53, (faker) => faker.word.adjective())),
    noun: drawer(drawPool(800, seed, 54, (faker) => faker.word.noun())),
    verb: drawer(drawPool(800, seed, 55, (faker) => faker.word.verb())),
    product: drawer(drawPool(400, seed, 56, (faker) => faker.commerce.productName())),
    department: drawer(drawPool(40, seed, 57, (faker) => faker.commerce.department().toLowerCase())),
    city: drawer(drawPool(400, seed, 58, (faker) => faker.location.city())),
    company: drawer(drawPool(300, seed, 59, (faker) => faker.company.name())),
    name: drawer(drawPool(600, seed, 60, (faker) => faker.person.firstName())),
  }
}
