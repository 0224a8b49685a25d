// The encoder by itself, without a server, beside faker making what a user is for every row.
import { faker } from '@faker-js/faker/locale/en'
import { BLOCK_ROWS, type TableData } from '../../src/model/dataset.js'
import { blockEncoder } from '../../src/postgres/copy-binary.js'
import { median } from './compare.js'

const FAKER_USERS = 20_000

export interface EncoderRates {
  readonly encodedPerSecond: number
  readonly fakerPerSecond: number
}

/** Medians of `rounds`, in turns. */
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
    faked.push(timed(FAKER_USERS, () => makeUsers(FAKER_USERS)))
  }
  return { encodedPerSecond: median(encoded), fakerPerSecond: median(faked) }
}

function drain(encode: ReturnType<typeof blockEncoder>, blocks: number): void {
  for (let block = 0; block < blocks; block++) for (const chunk of encode(block)) seen += chunk.length
}

function makeUsers(count: number): void {
  for (let i = 0; i < count; i++) {
    const [first, last] = [faker.person.firstName(), faker.person.lastName()]
    const email = faker.internet.email({ firstName: first, lastName: last })
    seen += email.length + faker.lorem.sentence().length + faker.date.past().getTime()
  }
}

/** Used, so that nothing is optimised away. */
let seen = 0
