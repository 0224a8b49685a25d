// Seeded databases that are kept: found again by what they depend on, and only while they are whole.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { listKeptSeeds } from '../../../../src/server/kept/kept-seeds.js'
import { seedShelf, type SeedShelf, type ShelfOptions } from '../../../../src/server/kept/seed-shelf.js'
import type { Seeded } from '../../../../src/model/kept-seed.js'
import { syntheticHeader } from '../../../support/evidence-header.js'
import { temporaryFolder } from '../../../support/temporary-folder.js'

const ON = { kind: 'local', version: '17.2' } as const
const { cohorts: _, ...dataset } = syntheticHeader([], { seed: 1, arms: 'migration', controls: [] }).dataset
const SEEDED: Seeded = { dataset, roles: { app: 'indexproof_0000beef_as_app' } }

function shelfIn(folder: string, changes: Partial<ShelfOptions> = {}): SeedShelf {
  const note = (message: string): void => expect.fail(message)
  return seedShelf({ folder, data: 'chat', of: 'chat, small, seed 1', fresh: false, note, ...changes })
}

const write =
  (content: string) =>
  (path: string): Promise<void> =>
    writeFile(path, content)

async function keptContent(
  shelf: SeedShelf,
  on: Parameters<SeedShelf['find']>[0] = ON,
): Promise<string | null> {
  const found = await shelf.find(on)
  return found === null ? null : readFile(found.archive, 'utf8')
}

describe('a kept seed', () => {
  it('is found again with what was said of it', async () => {
    const shelf = shelfIn(await temporaryFolder())
    expect(await shelf.find(ON)).toBeNull()
    await shelf.keep(ON, SEEDED, write('rows'))
    expect((await shelf.find(ON))?.seeded).toEqual(SEEDED)
    expect(await keptContent(shelf)).toBe('rows')
  })

  it('is not found for other data, another kind of server or another version', async () => {
    const folder = await temporaryFolder()
    const shelf = shelfIn(folder)
    await shelf.keep(ON, SEEDED, write('rows'))
    expect(await keptContent(shelfIn(folder, { data: 'chat, seed 2' }))).toBeNull()
    expect(await keptContent(shelf, { ...ON, kind: 'docker' })).toBeNull()
    expect(await keptContent(shelf, { ...ON, version: '18.0' })).toBeNull()
    expect(await keptContent(shelf)).toBe('rows')
  })

  it('is passed over, and replaced, where fresh data is asked for', async () => {
    const folder = await temporaryFolder()
    const [shelf, fresh] = [shelfIn(folder), shelfIn(folder, { fresh: true })]
    await shelf.keep(ON, SEEDED, write('old'))
    expect(await fresh.find(ON)).toBeNull()
    await fresh.keep(ON, SEEDED, write('new'))
    expect(await keptContent(shelf)).toBe('new')
  })

  it.each([
    ['one byte of the archive is another', 'archive.tar', 'rowz'],
    ['the archive is cut short', 'archive.tar', 'ro'],
    ['its label is half written', 'seed.json', '{"tool":"indexproof",'],
    ['its label is of another form', 'seed.json', '{"tool":"indexproof"}'],
  ])('is removed and can be made again where %s', async (_name, file, content) => {
    const folder = await temporaryFolder()
    const shelf = shelfIn(folder)
    await shelf.keep(ON, SEEDED, write('rows'))
    const [name] = await readdir(folder)
    await writeFile(join(folder, name ?? '', file), content)
    expect(await shelf.find(ON)).toBeNull()
    expect(await readdir(folder)).toEqual([])
    await shelf.keep(ON, SEEDED, write('again'))
    expect(await keptContent(shelf)).toBe('again')
  })

  it('is one where two runs keep the same at once', async () => {
    const folder = await temporaryFolder()
    const [one, other] = [shelfIn(folder), shelfIn(folder)]
    await Promise.all([one.keep(ON, SEEDED, write('rows')), other.keep(ON, SEEDED, write('rows'))])
    expect(await keptContent(one)).toBe('rows')
    expect(await readdir(folder)).toHaveLength(1)
  })

  it('is not there, and said so, where writing it failed; nothing is left of it', async () => {
    const folder = await temporaryFolder()
    const notes: string[] = []
    const shelf = shelfIn(folder, { note: (message) => notes.push(message) })
    await shelf.keep(ON, SEEDED, async (path) => {
      await writeFile(path, 'ro')
      throw new Error('no space left')
    })
    expect(notes).toEqual(['the seeded database is not kept for later runs: no space left'])
    expect(await readdir(folder)).toEqual([])
  })

  it('takes away what a killed run had begun to keep, and is listed with its size', async () => {
    const folder = await temporaryFolder()
    await mkdir(join(folder, `${'a'.repeat(32)}.999999999.beef.partial`))
    const shelf = shelfIn(folder)
    await shelf.keep(ON, SEEDED, write('rows'))
    const kept = await listKeptSeeds(folder)
    expect(kept.map(({ of, server, sizeBytes }) => ({ of, server, sizeBytes }))).toEqual([
      { of: 'chat, small, seed 1', server: 'local', sizeBytes: 4 },
    ])
    expect(await readdir(folder)).toHaveLength(1)
  })
})
