// Which process a container or cluster belongs to, so that nobody takes away what a live run uses, even where its pid was used before.
import { execFile } from 'node:child_process'
import { readFile, readlink } from 'node:fs/promises'
import { hostname } from 'node:os'
import { promisify } from 'node:util'
import { isRunning } from '../model/is-running.js'

export interface Owner {
  /** The machine, and where pids are counted apart in it (a container may share the machine's name) that too. */
  readonly host: string
  readonly pid: number
  /** When the process began, in whatever form this machine tells it: only compared. */
  readonly started: string
}

const run = promisify(execFile)
const UNKNOWN = 'unknown'

export async function currentOwner(): Promise<Owner> {
  return { host: await currentHost(), pid: process.pid, started: (await startOf(process.pid)) ?? UNKNOWN }
}

export async function currentHost(): Promise<string> {
  const pidNamespace = await readlink('/proc/self/ns/pid').catch(() => null)
  return pidNamespace === null ? hostname() : `${hostname()} ${pidNamespace}`
}

/** Of an owner on this host. Nothing known about the start is no proof that it ended: /proc can be closed to other users. */
export async function isOwnerRunning({ pid, started }: Owner): Promise<boolean> {
  if (!isRunning(pid)) return false
  const start = await startOf(pid)
  return start === null || started === UNKNOWN || start === started
}

async function startOf(pid: number): Promise<string | null> {
  if (process.platform !== 'linux') return startByPs(pid)
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null)
  // proc(5): the 20th field, in clock ticks, after a name that may hold anything, brackets too.
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
}

async function startByPs(pid: number): Promise<string | null> {
  const env = { PATH: '/bin:/usr/bin', LC_ALL: 'C', TZ: 'UTC' }
  const shown = await run('ps', ['-o', 'lstart=', '-p', String(pid)], { env }).catch(() => null)
  return shown === null ? null : shown.stdout.trim()
}
