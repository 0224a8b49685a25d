// What reaches the end of a run unexplained, in words a user can act on.
import type { ServerKind } from '../model/server-kinds.js'

export const explainFailure = (error: unknown, _kind: ServerKind): unknown => error
