// Takes a container away, with the data that nobody else uses: its anonymous volume.
import { engineError } from './engine-error.js'
import type { Engine } from './engine.js'

/** No such container, or another process is just removing it. */
const GONE = new Set([404, 409])

export async function removeContainer(engine: Engine, idOrName: string): Promise<void> {
  await engine
    .getContainer(idOrName)
    .remove({ force: true, v: true })
    .catch((error: unknown) => {
      if (GONE.has(Object(error).statusCode)) return
      throw engineError(
        `The container ${idOrName} could not be removed`,
        error,
        `"docker rm -fv ${idOrName}" removes it`,
      )
    })
}
