import { spawnSync } from 'node:child_process'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { writeWholeFile } from '../../../src/model/write-whole-file.js'
import { temporaryFolder } from '../../support/temporary-folder.js'

describe('a file that is written whole', () => {
  it('replaces what was there, and leaves nothing beside it', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, 'f'), 'old')
    await writeWholeFile(join(folder, 'f'), 'new')
    expect(await readFile(join(folder, 'f'), 'utf8')).toBe('new')
    expect(await readdir(folder)).toEqual(['f'])
  })

  it('stays as it was where its folder is gone', async () => {
    const folder = await temporaryFolder()
    await expect(writeWholeFile(join(folder, 'none', 'f'), 'new')).rejects.toMatchObject({ code: 'ENOENT' })
    expect(await readdir(folder)).toEqual([])
  })

  it.skipIf(!canMount())('stays as it was where the disk has room for a part of it', async () => {
    const folder = join(await temporaryFolder(), 'disk')
    await mkdir(folder)
    mount(folder, 64)
    await writeWholeFile(join(folder, 'f'), 'old')
    await expect(writeWholeFile(join(folder, 'f'), 'x'.repeat(100_000))).rejects.toMatchObject({
      code: 'ENOSPC',
    })
    expect(await readFile(join(folder, 'f'), 'utf8')).toBe('old')
    expect(await readdir(folder)).toEqual(['f'])
  })
})

function mount(folder: string, sizeKb: number): void {
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${sizeKb}k`, 'tmpfs', folder])
  if (status !== 0) throw new Error(`mount ended with ${status}`)
  onTestFinished(() => void spawnSync('umount', [folder]))
}

/** Root's right, and not in every container. */
function canMount(): boolean {
  if (process.getuid?.() !== 0) return false
  const probe = spawnSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'])
  return probe.status === 0
}
