// Where PostgreSQL runs, as the stages see it: one scratch database and a session that owns it.
import type { ServerFacts } from '../model/evidence.js'
import type { Session } from '../postgres/session.js'

export interface Server {
  readonly facts: ServerFacts
  readonly session: Session
  /** Creates the roles queries run under; gives their names in this cluster, by the dataset's name for them. */
  createRoles(names: readonly string[]): Promise<Readonly<Record<string, string>>>
}
