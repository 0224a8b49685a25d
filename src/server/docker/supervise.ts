// Starts the process that removes a container when this one is killed.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { environmentError } from '../../model/errors.js'
import type { Engine } from './engine.js'

export interface Supervisor {
  /** The container is there: from now on, where it is not found, it is gone. */
  made(): void
  /** The container is gone. */
  dismiss(): void
  /** The container could not be removed: the supervisor keeps trying, and this process may end. */
  takeOver(): void
}

const SUPERVISOR = fileURLToPath(new URL('supervisor.mjs', import.meta.url))

/** Before the container is made, so that there is no moment without: it goes by the name the container will have. */
export async function superviseContainer(engine: Engine, container: string): Promise<Supervisor> {
  // In a session of its own: Ctrl-C at the terminal goes to our whole group, and killing the group must spare it.
  const child = spawn(process.execPath, [SUPERVISOR], { stdio: ['pipe', 'ignore', 'ignore'], detached: true })
  await once(child, 'spawn').catch((error: unknown) => {
    throw environmentError('The process that cleans up after a killed run could not be started', {
      cause: error,
    })
  })
  // Somebody may end it: the labels are the next line.
  for (const part of [child, child.stdin]) part.on('error', () => {})
  child.stdin.write(`${JSON.stringify({ container, engine: placeOf(engine) })}\n`)
  return {
    made: () => void child.stdin.write('made\n'),
    dismiss: () => void child.kill('SIGKILL'),
    takeOver: () => {
      child.stdin.end()
      child.unref()
    },
  }
}

/** Keys and certificates are read from files as bytes. */
type Pem = Buffer | string | undefined

interface Modem {
  readonly socketPath?: string
  readonly protocol: string
  readonly host?: string
  readonly port?: string | number
  readonly ca?: Pem | Pem[]
  readonly cert?: Pem
  readonly key?: Pem
}

function placeOf(engine: Engine): Record<string, unknown> {
  const { socketPath, protocol, host, port, ca, cert, key } = engine.modem as unknown as Modem
  const text = (pem: Pem): string | undefined => pem?.toString()
  const authorities = Array.isArray(ca) ? ca.map(text) : text(ca)
  return { socketPath, protocol, host, port, ca: authorities, cert: text(cert), key: text(key) }
}
