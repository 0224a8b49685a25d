import { readdir, readFile, truncate, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Neighbours } from '../../../src/model/vectors/neighbours.js'
import { cachedNeighbours, type TruthQuestion } from '../../../src/vectors/truth-cache.js'
import { temporaryFolder } from '../../support/temporary-folder.js'

const ANSWER: readonly Neighbours[] = [{ ids: [3, 2 ** 40], distances: [0.1, 1 / 3], matching: 7 }]

const QUESTION: TruthQuestion = {
  data: 'abc',
  queries: [new Float32Array([1, 2])],
  k: 10,
  metric: 'cosine',
  allowed: null,
}

describe('cachedNeighbours', () => {
  const notes: string[] = []
  const ask = (
    folder: string,
    question: TruthQuestion = QUESTION,
    answer = ANSWER,
  ): ReturnType<typeof cachedNeighbours> =>
    cachedNeighbours(
      folder,
      question,
      () => Promise.resolve(answer),
      (message) => notes.push(message),
    )

  it('computes once and gives the same again, to the bit', async () => {
    const folder = join(await temporaryFolder(), 'made', 'when needed')
    expect(await ask(folder)).toEqual({ neighbours: ANSWER, cached: false })
    expect(await ask(folder, QUESTION, [])).toEqual({ neighbours: ANSWER, cached: true })
  })

  it.each<[string, Partial<TruthQuestion>]>([
    ['data', { data: 'abd' }],
    ['queries', { queries: [new Float32Array([1, 3])] }],
    ['the same numbers as two queries', { queries: [new Float32Array([1]), new Float32Array([2])] }],
    ['k', { k: 11 }],
    ['metric', { metric: 'l2' }],
    ['filter', { allowed: new Uint8Array([1, 0]) }],
  ])('computes again for other %s', async (_, change) => {
    const folder = await temporaryFolder()
    await ask(folder)
    expect((await ask(folder, { ...QUESTION, ...change })).cached).toBe(false)
    expect((await ask(folder)).cached).toBe(true)
  })

  it.each<[string, (path: string) => Promise<void>]>([
    ['cut short', (path) => truncate(path, 10)],
    ['emptied', (path) => truncate(path, 0)],
    ['changed', async (path) => writeFile(path, (await readFile(path, 'utf8')).replace('3', '4'))],
  ])('makes a file that was %s again', async (_, damage) => {
    const folder = await temporaryFolder()
    await ask(folder)
    const [name = ''] = await readdir(folder)
    await damage(join(folder, name))
    expect(await ask(folder)).toEqual({ neighbours: ANSWER, cached: false })
    expect(await readdir(folder)).toEqual([name])
    expect((await ask(folder)).cached).toBe(true)
  })

  it('lets the oldest go when there are many, and leaves other files alone', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'pglite-1.tar'), 'another cache')
    await ask(folder)
    const first = (await readdir(folder)).find((name) => name.startsWith('truth-')) ?? ''
    await utimes(join(folder, first), 0, 0)
    for (let k = 100; k < 164; k++) await ask(folder, { ...QUESTION, k })
    const names = await readdir(folder)
    expect(names).toHaveLength(65)
    expect(names).not.toContain(first)
    expect(names).toContain('pglite-1.tar')
  })

  it('answers all the same where nothing can be kept', async () => {
    const file = join(await temporaryFolder(), 'a file')
    await writeFile(file, '')
    notes.length = 0
    expect(await ask(file)).toEqual({ neighbours: ANSWER, cached: false })
    expect(notes).toEqual([expect.stringContaining('could not be kept')])
  })
})
