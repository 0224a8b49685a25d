import { spawnSync } from 'node:child_process'
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { withRunFolder } from '../../../src/experiment/run-folder.js'
import { temporaryFolder } from '../../support/temporary-folder.js'

describe('the folder of a run', () => {
  it('takes its name only when it is published', async () => {
    const parent = await temporaryFolder()
    const final = await withRunFolder(parent, 'r1', async (folder) => {
      await folder.append('samples.ndjson', 'a\n')
      await folder.append('samples.ndjson', 'b\n')
      await folder.write('plans/q.before.json', '{}')
      expect(await readdir(parent)).toEqual([`.r1.${process.pid}.partial`])
      return folder.publish()
    })
    expect(final).toBe(join(parent, 'r1'))
    expect(await readdir(parent)).toEqual(['r1'])
    expect(await readFile(join(final, 'samples.ndjson'), 'utf8')).toBe('a\nb\n')
    expect(await readFile(join(final, 'plans/q.before.json'), 'utf8')).toBe('{}')
  })

  it('is gone when the work fails', async () => {
    const parent = await temporaryFolder()
    const run = withRunFolder(parent, 'r1', async (folder) => {
      await folder.append('samples.ndjson', 'a\n')
      throw new Error('broke')
    })
    await expect(run).rejects.toThrow('broke')
    expect(await readdir(parent)).toEqual([])
  })

  it('taken away while the run writes breaks the run, with exit 4', async () => {
    const parent = await temporaryFolder()
    const run = withRunFolder(parent, 'r1', async (folder) => {
      await rm(parent, { recursive: true })
      await folder.append('samples.ndjson', 'a\n')
    })
    await expect(run).rejects.toMatchObject({
      exitCode: 4,
      message: expect.stringContaining('cannot be written'),
    })
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
