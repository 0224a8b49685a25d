// Where PostgreSQL runs, as the stages see it: one scratch database, and a session as its owner, who is no superuser.
import type { ServerFacts } from '../model/facts.js'
import type { Seeded } from '../model/kept-seed.js'
import type { Session } from '../postgres/session.js'

export interface Server {
  readonly facts: ServerFacts
  readonly session: Session
  /** What an earlier run seeded, where this is its database; null where it is empty. */
  readonly seeded: Seeded | null
  /** Keeps the database as it is for later runs, where that can be done; never throws. */
  keepSeeded(seeded: Seeded): Promise<void>
  /** Creates the roles queries run under; gives their names in this cluster, by the dataset's name for them. */
  createRoles(names: readonly string[]): Promise<Readonly<Record<string, string>>>
  /** Brings dirty pages to disk, so that no measurement pays for it. Does nothing where we have no right to. */
  checkpoint(): Promise<void>
  /**
   * Runs `work` with a session on a copy of the scratch database as it is now. `session` is connected anew on the way:
   * what was prepared, set or temporary in it is gone. There may be several at once. `reconnect` gives the clone's session
   * a fresh connection, where there are connections.
   */
  withClone<T>(work: (clone: Session, reconnect: () => Promise<void>) => Promise<T>): Promise<T>
  /** Runs `work` with a second session on the scratch database, as the owner too; null where there can be only one. */
  withSecondSession<T>(work: (second: Session | null) => Promise<T>): Promise<T>
  /** Room for clones, bytes; null where that cannot be seen from here. */
  freeBytes(): Promise<number | null>
}
