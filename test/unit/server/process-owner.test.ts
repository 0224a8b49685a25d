import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { fromLabels, toLabels } from '../../../src/server/docker/labels.js'
import { currentOwner, isOwnerRunning } from '../../../src/server/process-owner.js'

describe('the owner of a container', () => {
  it('is running while its process lives, and not after', async () => {
    const mine = await currentOwner()
    expect(mine.pid).toBe(process.pid)
    expect(await isOwnerRunning(mine)).toBe(true)
    const { pid } = spawnSync(process.execPath, ['--version'])
    expect(await isOwnerRunning({ ...mine, pid })).toBe(false)
  })

  it('is not taken for a later process with the same pid', async () => {
    const mine = await currentOwner()
    const child = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)'])
    await once(child, 'spawn')
    expect(await isOwnerRunning({ ...mine, pid: child.pid ?? 0 })).toBe(false)
    expect(await isOwnerRunning({ ...mine, pid: child.pid ?? 0, started: 'unknown' })).toBe(true)
    child.kill('SIGKILL')
  })

  it.runIf(process.platform === 'linux')(
    'is gone when it ended, even before its parent took notice',
    async () => {
      // The shell becomes a program that never waits for the child it has.
      const parent = spawn('sh', ['-c', 'sleep 1 & echo $!; exec sleep 60'])
      const [printed] = (await once(parent.stdout, 'data')) as [Buffer]
      const pid = Number(String(printed))
      const started = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(' ')[21] ?? ''
      const owner = { ...(await currentOwner()), pid, started }
      expect(await isOwnerRunning(owner)).toBe(true)
      await expect.poll(() => isOwnerRunning(owner), { timeout: 10_000 }).toBe(false)
      expect(process.kill(pid, 0)).toBe(true)
      parent.kill('SIGKILL')
    },
  )
})

describe('the labels of a container', () => {
  const mark = { run: 'a run', host: 'a host', pid: 7, started: '123' }

  it('come back as they were', () => {
    expect(fromLabels(toLabels(mark))).toEqual(mark)
  })

  it.each(['0', '-1', '1.5', 'x', ''])('are not ours with a pid of "%s"', (pid) => {
    expect(fromLabels({ ...toLabels(mark), 'indexproof.pid': pid })).toBeNull()
  })

  it.each(Object.keys(toLabels(mark)))('are not ours without %s', (name) => {
    const { [name]: _, ...others } = toLabels(mark)
    expect(fromLabels(others)).toBeNull()
  })
})
