// A throwaway PostgreSQL in a container: on loopback, with a password of its own, gone with us.
//
// It is removed (a) by us, however the work ends; (b) by a supervisor, where we were killed; (c) by its labels at the next
// start or by `indexproof clean`, where the supervisor was killed too. testcontainers has a reaper for (b) and (c), Ryuk, a
// container that is given the engine's socket: its image would have to be pulled first, which not every machine can, and
// a cleaning up that is sometimes missing is none. So ours is always there, and Ryuk is never started.
import { randomBytes } from 'node:crypto'
import type { Address } from '../../model/address.js'
import { HarnessError } from '../../model/errors.js'
import { backUpContainer, renewPassword, restoreContainer } from './back-up.js'
import { containerDefinition, type ContainerPlan } from './container-definition.js'
import { engineError } from './engine-error.js'
import { findEngine, type Engine } from './engine.js'
import { prepareImage, type ContainerImage, type ImageOptions } from './image.js'
import { removeOrphans } from './orphans.js'
import { currentOwner } from '../process-owner.js'
import { removeContainer } from './remove-container.js'
import { superviseContainer, type Supervisor } from './supervise.js'
import { waitUntilReady } from './wait-until-ready.js'

export interface ContainerOptions extends ImageOptions {
  readonly runId: string
}

export interface Container {
  /** As superuser. */
  readonly address: Address
  readonly image: ContainerImage
  /** Writes its data as an archive that another container of this image can be started from. */
  backUp(path: string): Promise<void>
}

/** `archive` is what a container backed up: the new one starts with its data. Throws an environment error where no engine answers, the image cannot be had or the server does not come up. */
export async function withContainer<T>(
  options: ContainerOptions,
  work: (container: Container) => Promise<T>,
  archive: string | null = null,
): Promise<T> {
  const { runId, signal, note } = options
  const engine = await findEngine(signal)
  await removeOrphans(engine, note)
  const image = await prepareImage(engine, options)
  const name = `indexproof-${randomBytes(8).toString('hex')}`
  const password = randomBytes(24).toString('base64url')
  const mark = { run: runId, ...(await currentOwner()) }
  const supervisor = await superviseContainer(engine, name)
  try {
    const plan = { name, image: image.name, password, mark, archive }
    const address = await startServer(engine, plan, supervisor, signal)
    const backUp = (path: string): Promise<void> => backUpContainer(engine.getContainer(name), path, signal)
    return await work({ address, image, backUp })
  } finally {
    await discard(engine, name, supervisor, note)
  }
}

async function startServer(
  engine: Engine,
  plan: ContainerPlan & { readonly archive: string | null },
  supervisor: Supervisor,
  signal: AbortSignal,
): Promise<Address> {
  signal.throwIfAborted()
  const container = engine.getContainer(plan.name)
  try {
    await engine.createContainer(containerDefinition(plan))
    supervisor.made()
    if (plan.archive !== null) await restoreContainer(container, plan.archive)
    await container.start()
    if (plan.archive !== null) await renewPassword(container, signal)
    return await waitUntilReady(container, plan.password, signal)
  } catch (error) {
    signal.throwIfAborted()
    if (error instanceof HarnessError) throw error
    throw engineError(`A container of ${plan.image} could not be started`, error)
  }
}

/** Never throws, for it must not hide how the work ended. */
async function discard(
  engine: Engine,
  name: string,
  supervisor: Supervisor,
  note: (message: string) => void,
): Promise<void> {
  try {
    await removeContainer(engine, name)
    supervisor.dismiss()
  } catch (error) {
    note(error instanceof Error ? error.message : String(error))
    supervisor.takeOver()
  }
}
