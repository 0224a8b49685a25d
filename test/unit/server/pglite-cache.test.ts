import { mkdir, readdir, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { dataDirectoryCache } from '../../../src/server/pglite-cache.js'
import { temporaryFolder } from '../../support/temporary-folder.js'

const archive = new Uint8Array([1, 2, 3, 4, 5])

describe('the cache of prepared data directories', () => {
  it('gives back what was stored, whole', async () => {
    const cache = dataDirectoryCache(join(await temporaryFolder(), 'not', 'there', 'yet'), 'v1')
    expect(await cache.load()).toBeNull()
    await cache.store(archive)
    expect([...((await cache.load()) ?? [])]).toEqual([...archive])
  })

  it('removes a truncated archive and reports none', async () => {
    const folder = await temporaryFolder()
    const cache = dataDirectoryCache(folder, 'v1')
    await cache.store(archive)
    const [name] = await readdir(folder)
    await truncate(join(folder, name ?? ''), 3)
    expect(await cache.load()).toBeNull()
    expect(await readdir(folder)).toEqual([])
  })

  it('is not stopped by a folder where the archive should be', async () => {
    const folder = await temporaryFolder()
    await mkdir(join(folder, 'pglite-v1-0123.tar', 'inside'), { recursive: true })
    const cache = dataDirectoryCache(folder, 'v1')
    expect(await cache.load()).toBeNull()
    await cache.store(archive)
    expect([...((await cache.load()) ?? [])]).toEqual([...archive])
  })

  it('keeps one archive a version, and leaves those of other versions and other files alone', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'mine.txt'), 'hello')
    await dataDirectoryCache(folder, 'v1').store(archive)
    await dataDirectoryCache(folder, 'v2').store(archive)
    await dataDirectoryCache(folder, 'v2').store(new Uint8Array([9]))
    expect(await readdir(folder)).toHaveLength(3)
    expect([...((await dataDirectoryCache(folder, 'v2').load()) ?? [])]).toEqual([9])
    await dataDirectoryCache(folder, 'v2').discard()
    expect(await dataDirectoryCache(folder, 'v2').load()).toBeNull()
    expect([...((await dataDirectoryCache(folder, 'v1').load()) ?? [])]).toEqual([...archive])
  })
})
