// Names, sentences and JSON documents, drawn once for all tables.
import { drawPool } from '../lib/seeded-faker.js'
import type { faker } from '@faker-js/faker/locale/en'

const POOL_SIZE = 400

type Draw = (from: typeof faker) => string

const NAMES = {
  person: (from) => from.person.fullName(),
  mailbox: (from) => from.internet.domainWord(),
  company: (from) => from.company.name(),
  product: (from) => `${from.commerce.productAdjective()} ${from.commerce.product()}`,
  city: (from) => from.location.city(),
  article: (from) => `How to ${from.hacker.verb()} a ${from.hacker.noun()}`,
  finding: (from) => `Outdated ${from.hacker.abbreviation()} ${from.system.semver()}`,
  sentence: (from) => from.lorem.sentence({ min: 8, max: 24 }),
} as const satisfies Readonly<Record<string, Draw>>

const DOCUMENTS = {
  settings: (from) =>
    JSON.stringify({
      theme: from.color.human(),
      notify: from.datatype.boolean(),
      limit: from.number.int(500),
    }),
  changes: (from) =>
    JSON.stringify({ field: from.database.column(), from: from.number.int(99), to: from.number.int(99) }),
  event: (from) =>
    JSON.stringify({
      id: from.string.alphanumeric(18),
      source: from.internet.domainWord(),
      tries: from.number.int(4),
    }),
  items: (from) =>
    JSON.stringify([{ product: from.commerce.product(), quantity: from.number.int({ min: 1, max: 4 }) }]),
} as const satisfies Readonly<Record<string, Draw>>

export type NameKind = keyof typeof NAMES
export type JsonKind = keyof typeof DOCUMENTS

export interface Pools {
  names(kind: NameKind): readonly string[]
  documents(kind: JsonKind): readonly string[]
}

export function drawPools(seed: number): Pools {
  const names = poolsOf(NAMES, seed, 1)
  const documents = poolsOf(DOCUMENTS, seed, 101)
  return { names: (kind) => names[kind], documents: (kind) => documents[kind] }
}

function poolsOf<Kind extends string>(
  draws: Readonly<Record<Kind, Draw>>,
  seed: number,
  firstPool: number,
): Record<Kind, readonly string[]> {
  const kinds = Object.keys(draws) as Kind[]
  const pools = kinds.map((kind, index) => [kind, drawPool(POOL_SIZE, seed, firstPool + index, draws[kind])])
  return Object.fromEntries(pools) as Record<Kind, readonly string[]>
}
