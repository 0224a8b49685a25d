// What was promised of seeding, and whether it holds. Of what was not measured nothing is said.
import type { WayRate } from './compare.js'
import type { EncoderRates } from './encoder.js'
import type { MemoryResult } from './memory.js'

export interface SeedingResults {
  readonly rates: readonly WayRate[]
  readonly encoder: EncoderRates
  readonly memory: readonly MemoryResult[]
}

export interface Target {
  readonly what: string
  readonly wanted: string
  readonly got: string
  readonly isReached: boolean
}

const PEAK_BYTES = 400e6

export function judgeTargets({ rates, encoder, memory }: SeedingResults): readonly Target[] {
  const rate = (data: string, name: string): number =>
    rates.find((row) => row.data === data && row.name.includes(name))?.rowsPerSecond ?? NaN
  const ratio = (what: string, value: number, atLeast: number): Target => ({
    what,
    wanted: `at least ${atLeast}`,
    got: value.toFixed(2),
    isReached: value >= atLeast,
  })
  const one = (data: string): number => rate(data, 'one connection')
  const two = rate('messages', 'two connections') / rate('messages', 'binary')
  return [
    ratio('messages, of a ready binary file', one('messages') / rate('messages', 'binary'), 0.95),
    ratio('messages, of a ready text file', one('messages') / rate('messages', 'text'), 1.2),
    ratio('messages on two connections, of a ready binary file on one', two, 1.3),
    ratio('embeddings, of a ready binary file', one('embeddings') / rate('embeddings', 'binary'), 0.9),
    ratio('embeddings, of a ready text file', one('embeddings') / rate('embeddings', 'text'), 5),
    ratio(
      'messages made and encoded, of faker making them',
      encoder.encodedPerSecond / encoder.fakerPerSecond,
      60,
    ),
    ...memory.map(({ data, rows, peakBytes }) => ({
      what: `peak memory of ${rows} ${data}`,
      wanted: 'under 400 MB',
      got: `${Math.round(peakBytes / 1e6)} MB`,
      isReached: peakBytes < PEAK_BYTES,
    })),
  ]
}
