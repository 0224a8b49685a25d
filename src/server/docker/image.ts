// The image a container is made of: pulled where it is missing, and known by its digest.
import { engineError } from './engine-error.js'
import type { Engine } from './engine.js'

export interface ContainerImage {
  /** With its tag or digest. */
  readonly name: string
  /** sha256:… */
  readonly digest: string
  /** Of which the digest is: the image in its repository, the same for everybody; or a local build that has none there. */
  readonly kind: 'repository' | 'local'
}

export interface ImageOptions {
  readonly image: string
  readonly signal: AbortSignal
  readonly note: (message: string) => void
}

export async function prepareImage(
  engine: Engine,
  { image, signal, note }: ImageOptions,
): Promise<ContainerImage> {
  const { ImageName } = await import('testcontainers')
  const name = ImageName.fromString(image).string
  const present = await findImage(engine, name)
  if (present !== null) return present
  note(`Pulling the image ${name} (once; a few hundred megabytes are usual)`)
  const hint = `Check its name and the network, or get it with "docker pull ${name}", which also knows your logins`
  await pull(engine, name, signal).catch((error: unknown) => {
    signal.throwIfAborted()
    throw engineError(`The image "${name}" could not be pulled`, error, hint)
  })
  const pulled = await findImage(engine, name)
  if (pulled !== null) return pulled
  throw engineError(`The image "${name}" could not be pulled`, 'it is not there after it', hint)
}

/** Null where it is not on the engine. */
export async function findImage(engine: Engine, name: string): Promise<ContainerImage | null> {
  const found = await engine
    .getImage(name)
    .inspect()
    .catch((error: unknown) => {
      if (Object(error).statusCode === 404) return null
      throw engineError(`The image "${name}" could not be looked up`, error)
    })
  if (found === null) return null
  const repository = found.RepoDigests?.map((digest) => digest.split('@')[1]).find(
    (digest) => digest !== undefined,
  )
  return repository === undefined
    ? { name, digest: found.Id, kind: 'local' }
    : { name, digest: repository, kind: 'repository' }
}

/** Rejects for an error in the stream of progress too: the engine has answered 200 by then. */
async function pull(engine: Engine, name: string, signal: AbortSignal): Promise<void> {
  const progress = await engine.pull(name, { abortSignal: signal })
  await new Promise<void>((resolve, reject) => {
    progress.on('error', reject)
    engine.modem.followProgress(progress, (error) => (error === null ? resolve() : reject(error)))
  })
}
