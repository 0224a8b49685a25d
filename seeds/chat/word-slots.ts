// The words that templates are filled with; common words come often and most words seldom, as in any language.
import type { RandomStream } from '../../src/model/random.js'
import { aliasSampler } from '../lib/alias-sampler.js'
import { entry } from '../lib/pick.js'
import { drawPool } from '../lib/seeded-faker.js'
import { zipfWeights } from '../lib/zipf.js'

const WORD_EXPONENT = 0.8

type Slot = 'adjective' | 'noun' | 'verb' | 'product' | 'department' | 'city' | 'company' | 'name'

export interface Words {
  /** Each different from the others. */
  readonly words: readonly string[]
  /** The index of one. */
  draw(random: RandomStream): number
}

export function wordSlots(seed: number): Readonly<Record<Slot, (random: RandomStream) => string>> {
  return {
    adjective: drawer(drawPool(1500, seed, 1, (faker) => faker.word.adjective())),
    noun: drawer(drawPool(1500, seed, 2, (faker) => faker.word.noun())),
    verb: drawer(drawPool(1500, seed, 3, (faker) => faker.word.verb())),
    product: drawer(drawPool(600, seed, 4, (faker) => faker.commerce.productName())),
    department: drawer(drawPool(60, seed, 5, (faker) => faker.commerce.department().toLowerCase())),
    city: drawer(drawPool(600, seed, 6, (faker) => faker.location.city())),
    company: drawer(drawPool(400, seed, 7, (faker) => faker.company.name())),
    name: drawer(drawPool(800, seed, 8, (faker) => faker.person.firstName())),
  }
}

export const codenames = (seed: number): Words =>
  weighted(drawPool(400, seed, 9, (faker) => faker.animal.type() + faker.science.chemicalElement().name))

function drawer(pool: readonly string[]): (random: RandomStream) => string {
  const { words, draw } = weighted(pool)
  return (random) => entry(words, draw(random))
}

function weighted(pool: readonly string[]): Words {
  const words = [...new Set(pool)]
  return { words, draw: aliasSampler(zipfWeights(words.length, WORD_EXPONENT)) }
}
