// Drops what is left on a server: of this run at its end, of runs that were killed at the next start.
import { DatabaseError } from '../../postgres/database-error.js'
import type { Session } from '../../postgres/session.js'
import { dropScratch, listOrphans, listScratch, type ScratchObject } from './orphans.js'

/** Everything that carries the run's token, half-made things included. Throws where the server cannot be asked. */
export async function dropOwn(
  session: Session,
  token: string,
  note: (message: string) => void,
): Promise<void> {
  const own = (await listScratch(session)).filter((found) => found.token === token)
  await dropAll(session, own, note)
}

/** Returns what was dropped. Another run may be dropping the same at this moment. */
export async function reapOrphans(
  session: Session,
  note: (message: string) => void,
): Promise<readonly ScratchObject[]> {
  const dropped = await dropAll(session, await listOrphans(session), note)
  if (dropped.length > 0)
    note(`dropped what a killed run left: ${dropped.map(({ name }) => name).join(', ')}`)
  return dropped
}

async function dropAll(
  session: Session,
  objects: readonly ScratchObject[],
  note: (message: string) => void,
): Promise<readonly ScratchObject[]> {
  const dropped: ScratchObject[] = []
  for (const object of objects) {
    try {
      await dropScratch(session, object)
      dropped.push(object)
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error
      note(
        `${object.kind} ${object.name} could not be dropped, try again: indexproof clean (${error.message})`,
      )
    }
  }
  return dropped
}
