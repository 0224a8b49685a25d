import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadInterrupted } from '../../src/experiment/folder/interrupted.js'
import { reportRun } from '../../src/experiment/report-run.js'
import type { AttributedIndex, Attribution } from '../../src/model/attribution.js'
import { plantedIndexes } from '../support/planted-indexes.js'
import { runScenario } from '../support/run-scenario.js'

const indexOf =
  (attribution: Attribution) =>
  (name: string): AttributedIndex => {
    const found = attribution.indexes.find(({ index }) => index === `public.${name}`)
    if (found === undefined) throw new Error(`no index ${name}`)
    return found
  }

/** Up to the second finished round of the first subset. */
function cutInSubset(text: string): string {
  const lines = text.split('\n')
  const ends = lines.flatMap((line, i) => (line.startsWith('{"type":"round","block":"subset 1",') ? [i] : []))
  return `${lines.slice(0, (ends[1] ?? 0) + 1).join('\n')}\n`
}

describe('the indexes of a migration, one of every kind planted', () => {
  it('are each named for what they are, and the fewest that do the work are found', async () => {
    const scenario = await plantedIndexes()
    const options = { scale: '8000', budgetMs: 180_000, leaveOneOut: 'on' } as const
    const { result, folder } = await runScenario(scenario, options)
    const { attribution } = result
    if (attribution === null) throw new Error('no attribution')
    const index = indexOf(attribution)
    const codes = result.warnings.map(({ code }) => code)

    // A query is slower without it.
    expect(index('needed_idx')).toMatchObject({
      verdict: 'needed',
      effects: [{ query: 'sender', via: 'plan' }],
    })
    expect(index('needed_idx').effects[0]?.speedup?.low).toBeGreaterThan(result.policy.delta)

    // Another takes its place, here the one with the same definition.
    const twins = [index('first_idx'), index('twin_idx')]
    const used = twins.find(({ verdict }) => verdict === 'redundant')
    const spare = twins.find(({ verdict }) => verdict === 'unused')
    expect(used?.redundantWith).toEqual([spare?.index])

    // By definition alone.
    expect(index('twin_idx').duplicateOf).toBe('public.first_idx')
    expect(index('first_idx').duplicateOf).toBeNull()
    expect(index('prefix_idx').prefixOf).toBe('public.whole_idx')
    expect(codes).toEqual(expect.arrayContaining(['index-duplicate', 'index-prefix', 'index-harmful']))

    // No plan, no foreign key.
    expect(index('useless_idx')).toMatchObject({ verdict: 'unused', effects: [] })

    // It steals a plan.
    expect(index('harmful_idx').verdict).toBe('harmful')
    expect(index('harmful_idx').effects).toContainEqual(
      expect.objectContaining({ query: 'oldest', verdict: 'slower' }),
    )

    // By a foreign key, which no plan shows.
    expect(index('foreign_idx').effects).toMatchObject([{ query: 'delete-conversation', via: 'foreign key' }])
    expect(index('foreign_idx').verdict).toBe('needed')
    expect(result.migration.indexes.find(({ name }) => name === 'foreign_idx')?.usedBy).toEqual([
      'delete-conversation',
    ])

    const subset = attribution.subsets.at(-1)
    expect(subset).toMatchObject({ verdict: 'enough' })
    expect(subset?.leftOut).toEqual(expect.arrayContaining(['public.useless_idx', 'public.harmful_idx']))
    expect(subset?.indexes).toEqual(expect.arrayContaining(['public.needed_idx', 'public.foreign_idx']))
    expect(subset?.indexes.filter((name) => /first_idx|twin_idx/.test(name))).toHaveLength(1)

    const read = (file: string): Promise<string> => readFile(join(folder, file), 'utf8')
    expect(await read('samples.ndjson')).toContain('{"type":"subset","attempt":1,')
    const before = [await read('result.json'), await read('report.md')]
    await rm(join(folder, 'result.json'))
    await reportRun(folder)
    expect([await read('result.json'), await read('report.md')]).toEqual(before)

    // Killed while the subset was measured: the same subset is measured to its end.
    await writeFile(join(folder, 'samples.ndjson'), cutInSubset(await read('samples.ndjson')))
    const interrupted = await loadInterrupted(folder)
    expect(interrupted.evidence.footer).toBeNull()
    const resumed = await runScenario(scenario, { ...options, interrupted })
    expect(resumed.result.run.resumed).toBe(1)
    expect(resumed.result.attribution?.subsets[0]?.indexes).toEqual(attribution.subsets[0]?.indexes)
    expect(resumed.result.attribution?.subsets[0]?.retained).not.toBeNull()
  }, 400_000)
})
