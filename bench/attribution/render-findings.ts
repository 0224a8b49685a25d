// What was found out of the planted indexes, as a table.
import type { AttributedIndex } from '../../src/model/attribution.js'
import type { Result } from '../../src/model/result.js'
import type { PlantedIndex, PlantedKind } from './planted-indexes.js'

/** What a planted index must be called. */
const NAMED: Readonly<Record<PlantedKind, (index: AttributedIndex) => boolean>> = {
  duplicate: ({ duplicateOf }) => duplicateOf !== null,
  prefix: ({ prefixOf }) => prefixOf !== null,
  harmful: ({ verdict }) => verdict === 'harmful',
  useless: ({ verdict }) => verdict === 'unused',
}

export function renderFindings(planted: readonly PlantedIndex[], result: Result, durationMs: number): string {
  const indexes = result.attribution?.indexes ?? []
  const kinds = ['duplicate', 'prefix', 'harmful', 'useless'] as const
  const rows = kinds.map((kind) => {
    const names = planted.filter((index) => index.kind === kind).map(({ name }) => `public.${name}`)
    const found = indexes.filter(({ index }) => names.includes(index))
    return `| ${kind} | ${names.length} | ${found.filter(NAMED[kind]).length} | ${verdictsOf(found)} |\n`
  })
  const timed = result.comparisons.filter(({ pair }) => pair.startsWith('without ')).length
  const subset = result.attribution?.subsets.at(-1)
  return [
    '\n| planted | indexes | named so | verdicts |\n| --- | ---: | ---: | --- |\n',
    ...rows,
    `\n${indexes.length} indexes: ${verdictsOf(indexes)}. ${timed} pairs of a query and an index were timed.\n`,
    `Seeding ${seconds(result.dataset.seedMs)}, building ${seconds(result.migration.totalBuildMs)}, `,
    `measuring ${seconds(result.run.measuringMs)}, in all ${seconds(durationMs)}; smallest effect ${result.policy.delta.toFixed(2)}x.\n`,
    subset === undefined
      ? 'No smaller set was measured.\n'
      : `${subset.indexes.length} of ${indexes.length} indexes, ${subset.verdict}: ${subset.reason}.\n`,
  ].join('')
}

function verdictsOf(indexes: readonly AttributedIndex[]): string {
  const counts = new Map<string, number>()
  for (const { verdict } of indexes) counts.set(verdict, (counts.get(verdict) ?? 0) + 1)
  return [...counts].map(([verdict, count]) => `${count} ${verdict}`).join(', ')
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`
