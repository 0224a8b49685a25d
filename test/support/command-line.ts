// Runs the built command as a user would: a process of its own, with its streams and exit code.
import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { TEST_CACHE } from './run-scenario.js'

const MAIN = join(import.meta.dirname, '../../dist/src/cli/main.js')

export interface Finished {
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface Running {
  readonly child: ChildProcess
  readonly finished: Promise<Finished>
  /** Resolves when standard error has shown this text. */
  said(text: string): Promise<void>
}

/** `variables` are added to the environment. */
export function startCommand(
  args: readonly string[],
  folder: string,
  variables: Readonly<Record<string, string>> = {},
): Running {
  const child = spawn(process.execPath, [MAIN, ...args], {
    cwd: folder,
    env: { ...process.env, XDG_CACHE_HOME: TEST_CACHE, NO_COLOR: '1', COLUMNS: '160', ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [stdout, stderr] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  const finished = new Promise<Finished>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (exitCode) => resolve({ exitCode, stdout, stderr }))
  })
  const said = (text: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        if (stderr.includes(text)) resolve()
      }
      look()
      child.stderr.on('data', look)
      void finished.then(() => reject(new Error(`ended without saying "${text}":\n${stderr}`)))
    })
  return { child, finished, said }
}

export const runCommand = (
  args: readonly string[],
  folder: string,
  variables: Readonly<Record<string, string>> = {},
): Promise<Finished> => startCommand(args, folder, variables).finished
