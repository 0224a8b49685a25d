// Processes that work in a folder: by their command line, or by their working folder (a server's backends rename themselves).
import { readdir, readFile, readlink } from 'node:fs/promises'

export interface FoundProcess {
  readonly pid: number
  readonly commandLine: string
}

/** Reads /proc: Linux only. A process that ends meanwhile is not found. */
export async function processesIn(folder: string): Promise<readonly FoundProcess[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number)
  const found = await Promise.all(pids.map((pid) => look(pid, folder)))
  return found.filter((process) => process !== null)
}

async function look(pid: number, folder: string): Promise<FoundProcess | null> {
  const [commandLine, workingFolder] = await Promise.all([
    readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => ''),
    readlink(`/proc/${pid}/cwd`).catch(() => ''),
  ])
  if (!commandLine.includes(folder) && !workingFolder.startsWith(folder)) return null
  return { pid, commandLine: commandLine.replaceAll('\0', ' ').trim() }
}

/** What a fault left running must not meet the next one. */
export async function endProcessesIn(folder: string): Promise<void> {
  for (const { pid } of await processesIn(folder)) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It ended meanwhile.
    }
  }
}
