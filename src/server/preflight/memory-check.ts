// The embedded server holds its data in memory: is there enough, and is it within what WebAssembly can address?
import { freemem } from 'node:os'
import { failed, passed, type Check } from '../../model/check.js'
import { gibibytes } from './gibibytes.js'
import type { ServerNeeds } from './needs.js'

/** PostgreSQL itself, and the copy of the prepared data directory that it starts from. */
const BASE_BYTES = 2 ** 30
const MAXIMUM_BYTES = 2 ** 32

export function memoryCheck({ diskBytes, diskFix }: Pick<ServerNeeds, 'diskBytes' | 'diskFix'>): Check {
  const neededBytes = BASE_BYTES + diskBytes
  const availableBytes = Math.min(freemem(), MAXIMUM_BYTES)
  const found = `${gibibytes(availableBytes)} free for the embedded server, about ${gibibytes(neededBytes)} needed`
  if (availableBytes >= neededBytes) return passed('memory', found)
  return failed('memory', found, `${diskFix === '' ? 'Free some' : diskFix}; or use another --server`)
}
