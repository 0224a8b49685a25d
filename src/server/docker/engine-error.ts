// What a container engine reports, in words of ours: what was tried, why it failed, and what to do.
import { once } from 'node:events'
import { connect } from 'node:net'
import { environmentError, type HarnessError } from '../../model/errors.js'

export const OTHER_SERVERS =
  'use --server local (PostgreSQL installed on this machine) or --server embedded (nothing to install)'

const SOCKET = '/var/run/docker.sock'

/** `tried` is the sentence that tells what did not work. */
export function engineError(
  tried: string,
  error: unknown,
  hint = `See "docker info", or ${OTHER_SERVERS}`,
): HarnessError {
  const reason = reasonOf(error)
  const space = `Free space where the engine keeps its data ("docker system df" shows what takes it), or ${OTHER_SERVERS}`
  return environmentError(`${tried}: ${reason}`, {
    hint: /no space left|disk quota exceeded/i.test(reason) ? space : hint,
    cause: error,
  })
}

/** The engine's own words, without what its client puts before them. */
export const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/^\(HTTP code \d+\) .*? - /, '').trim()

/** testcontainers only says that it found nothing: the usual socket tells why. */
export async function explainNoEngine(socket = SOCKET): Promise<HarnessError> {
  return environmentError('No Docker engine answers', {
    hint: `${await socketProblem(socket)}, or ${OTHER_SERVERS}`,
  })
}

async function socketProblem(socket: string): Promise<string> {
  const connection = connect(socket)
  const code = await once(connection, 'connect').then(
    () => null,
    (error: NodeJS.ErrnoException) => error.code ?? error.message,
  )
  connection.destroy()
  switch (code) {
    case null:
      return `What answers on ${socket} is no Docker engine: name another in DOCKER_HOST`
    case 'EACCES':
    case 'EPERM':
      return `This user may not use ${socket}: join the group that owns it (usually docker) and log in again`
    case 'ECONNREFUSED':
      return `The engine of ${socket} is not running: start it`
    default:
      return `There is no ${socket}: start Docker, or name its socket in DOCKER_HOST`
  }
}
