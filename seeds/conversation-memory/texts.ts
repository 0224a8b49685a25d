// What customers and the assistant write, from pools drawn once.
import { randomStream } from '../../src/model/random.js'
import { fillSlots } from '../lib/fill-slots.js'
import { pick } from '../lib/pick.js'
import { drawPool } from '../lib/seeded-faker.js'
import { DATASET } from './plan.js'

export const SERVICES = [
  'Water heater replacement',
  'Drain cleaning',
  'Furnace tune-up',
  'Panel upgrade',
  'Roof inspection',
  'Leak repair',
  'Thermostat installation',
  'Bathroom remodel',
] as const

/** Words that a search finds few messages by. */
export const CODE_NAMES = Array.from({ length: 50 }, (_, i) => `ZX${1000 + i}`)

const TEMPLATES = [
  'Can somebody come on {day} for the {service}?',
  'The {thing} makes a {adjective} noise since {day}.',
  'Thanks, {name} was here and the {thing} works again.',
  'How much would a {service} cost for a {adjective} house?',
  'I will be at home on {day} after lunch, please call before.',
  'The {thing} is {adjective} and water comes out below.',
  'We have an opening on {day} morning for the {service}.',
  'Please send a photo of the {thing} so that {name} brings the right part.',
  'Your quote for the {service} is ready, shall I send it?',
  'My neighbour {name} told me about you, the {thing} is {adjective}.',
] as const

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const

/** 2,000 sentences; the same every time. */
export function sentences(seed: number): readonly string[] {
  const random = randomStream(seed, `${DATASET}/sentences`)
  const things = drawPool(400, seed, 31, (faker) => faker.word.noun())
  const adjectives = drawPool(400, seed, 32, (faker) => faker.word.adjective())
  const names = drawPool(300, seed, 33, (faker) => faker.person.firstName())
  const slots = {
    day: () => pick(DAYS, random),
    service: () => pick(SERVICES, random).toLowerCase(),
    thing: () => pick(things, random),
    adjective: () => pick(adjectives, random),
    name: () => pick(names, random),
  }
  return Array.from({ length: 2_000 }, () => fillSlots(pick(TEMPLATES, random), slots, random))
}

export const noteTexts = (seed: number): readonly string[] =>
  sentences(seed)
    .slice(0, 500)
    .map((sentence) => `Remember: ${sentence}`)
