// `indexproof inspect`: looks at a database, and changes nothing in it.
import { judgeInspection } from '../analyse/inspection/judge-inspection.js'
import type { Address } from '../model/address.js'
import type { Inspection } from '../model/inspection.js'
import { readInspection } from '../postgres/catalog/inspect/read-inspection.js'
import type { ReadOnlyLimits } from '../postgres/read-only.js'
import type { Session } from '../postgres/session.js'
import { connected } from '../server/url.js'

export interface InspectOptions {
  readonly address: Address
  readonly limits: ReadOnlyLimits
  readonly toolVersion: string
}

export interface SessionPorts {
  readonly signal: AbortSignal
  /** Monotonic clock, nanoseconds. */
  readonly now: () => number
}

/** Throws an environment error where there is no connection, and DatabaseError where the catalog may not be read. */
export const inspect = (
  { address, limits, toolVersion }: InspectOptions,
  ports: SessionPorts,
): Promise<Inspection> =>
  connected({ address, ...ports }, (session) => inspectSession(session, limits, toolVersion))

export const inspectSession = async (
  session: Session,
  limits: ReadOnlyLimits,
  toolVersion: string,
): Promise<Inspection> => judgeInspection(await readInspection(session, limits), toolVersion)
