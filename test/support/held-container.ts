// A container held by a process of its own, which can be killed.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { PGVECTOR_IMAGE } from './docker.js'

const MODULE = join(import.meta.dirname, '../../dist/src/server/docker/container.js')

export interface HeldContainer {
  readonly child: ChildProcess
  /** Pid of the process that cleans up after `child`. */
  readonly supervisor: number
}

/** Resolves when the server in the container is ready. */
export async function holdContainer(runId: string): Promise<HeldContainer> {
  const program = `
    import { withContainer } from ${JSON.stringify(MODULE)}
    const options = { image: '${PGVECTOR_IMAGE}', runId: '${runId}', signal: new AbortController().signal, note: () => {} }
    await withContainer(options, async () => {
      console.log('ready')
      await new Promise((resolve) => setTimeout(resolve, 600_000))
    })`
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(createInterface(child.stdout), 'line')
  return { child, supervisor: await supervisorOf(child) }
}

/** Linux, as CI is. */
async function supervisorOf({ pid }: ChildProcess): Promise<number> {
  for (const candidate of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const read = (file: string): Promise<string> =>
      readFile(`/proc/${candidate}/${file}`, 'utf8').catch(() => '')
    const [stat, command] = await Promise.all([read('stat'), read('cmdline')])
    const parent = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]
    if (parent === String(pid) && command.includes('supervisor.mjs')) return Number(candidate)
  }
  throw new Error(`process ${pid} has no supervisor`)
}
