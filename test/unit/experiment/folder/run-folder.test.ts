import { spawnSync } from 'node:child_process'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { withKeptFolder, withRunFolder } from '../../../../src/experiment/folder/run-folder.js'
import { temporaryFolder } from '../../../support/temporary-folder.js'

describe('the folder of a run', () => {
  it('appears whole with keep, and grows from there', async () => {
    const parent = await temporaryFolder()
    await withRunFolder(parent, 'r1', async (folder) => {
      await folder.append('samples.ndjson', 'a\n')
      await folder.append('samples.ndjson', 'b\n')
      await folder.write('plans/q.before.json', '{}')
      expect(await readdir(parent)).toEqual([])
      expect(folder.isKept()).toBe(false)
      await folder.keep()
      expect(await readdir(parent)).toEqual(['r1'])
      expect(await readFile(join(folder.path, 'samples.ndjson'), 'utf8')).toBe('a\nb\n')
      await folder.keep()
      await folder.append('samples.ndjson', 'c\n')
    })
    const path = join(parent, 'r1')
    expect((await readdir(path)).sort()).toEqual(['plans', 'samples.ndjson'])
    expect(await readFile(join(path, 'samples.ndjson'), 'utf8')).toBe('a\nb\nc\n')
    expect(await readFile(join(path, 'plans/q.before.json'), 'utf8')).toBe('{}')
  })

  it('never existed when the work fails before there was anything to keep', async () => {
    const parent = await temporaryFolder()
    const run = withRunFolder(parent, 'r1', async (folder) => {
      await folder.append('samples.ndjson', 'a\n')
      throw new Error('broke')
    })
    await expect(run).rejects.toThrow('broke')
    expect(await readdir(parent)).toEqual([])
  })

  it('that was never kept takes no lock of another with', async () => {
    const parent = await temporaryFolder()
    await withRunFolder(parent, 'r1', async (folder) => {
      await folder.keep()
      const other = withRunFolder(parent, 'r1', (same) => same.keep())
      await expect(other).rejects.toMatchObject({ exitCode: 4 })
      expect(await readdir(folder.path)).toEqual([`.running.${process.pid}`])
    })
    expect(await readdir(join(parent, 'r1'))).toEqual([])
  })

  it('taken away while the run writes breaks the run, with exit 4', async () => {
    const parent = await temporaryFolder()
    const run = withRunFolder(parent, 'r1', async (folder) => {
      await folder.keep()
      await rm(parent, { recursive: true })
      await folder.append('samples.ndjson', 'a\n')
    })
    await expect(run).rejects.toMatchObject({
      exitCode: 4,
      message: expect.stringContaining('cannot be written'),
    })
  })

  it('replaced by a file while the run writes breaks the run, with exit 4', async () => {
    const parent = await temporaryFolder()
    const run = withRunFolder(parent, 'r1', async (folder) => {
      await folder.keep()
      await rm(folder.path, { recursive: true })
      await writeFile(folder.path, '')
      await folder.write('result.json', '{}')
    })
    await expect(run).rejects.toMatchObject({ exitCode: 4 })
  })

  it('is refused to a second process while one measures in it, and taken over from a dead one', async () => {
    const parent = await temporaryFolder()
    const lockOf = (pid: number): string => join(parent, `.running.${pid}`)
    await writeFile(lockOf(process.ppid), '')
    const work = (): Promise<string> => Promise.resolve('worked')
    await expect(withKeptFolder(parent, work)).rejects.toMatchObject({
      exitCode: 2,
      message: `The run in "${parent}" is not interrupted: process ${process.ppid} is measuring it`,
    })
    expect(await readdir(parent)).toEqual([`.running.${process.ppid}`])
    await rm(lockOf(process.ppid))
    await writeFile(lockOf(spawnSync(process.execPath, ['--version']).pid), '')
    expect(await withKeptFolder(parent, work)).toBe('worked')
    expect(await readdir(parent)).toEqual([])
  })

  it('is refused twice at once to one process, and taken over from one before it that had its id', async () => {
    const parent = await temporaryFolder()
    await writeFile(join(parent, `.running.${process.pid}`), '')
    const work = (): Promise<string> => delay(20, 'worked')
    const outcomes = await Promise.allSettled([withKeptFolder(parent, work), withKeptFolder(parent, work)])
    expect(outcomes).toMatchObject([
      { status: 'fulfilled', value: 'worked' },
      { status: 'rejected', reason: { exitCode: 2 } },
    ])
    expect(await readdir(parent)).toEqual([])
  })

  it('removes what a killed run left, but not what belongs to one that runs', async () => {
    const parent = await temporaryFolder()
    const dead = spawnSync(process.execPath, ['--version']).pid
    await mkdir(join(parent, `.old.${dead}.partial`))
    await mkdir(join(parent, `.live.${process.ppid}.partial`))
    await mkdir(join(parent, 'finished'))
    await withRunFolder(parent, 'r1', async () => {})
    expect((await readdir(parent)).sort()).toEqual([`.live.${process.ppid}.partial`, 'finished'])
  })
})
