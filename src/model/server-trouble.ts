// Errors that no other wording of a statement would avoid: they tell of the server, not of the scenario.

/**
 * Classes of SQLSTATE: connection, transactions that others broke (deadlock), resources, operator intervention
 * (cancelled, shut down), system and internal errors; and a lock that did not come.
 */
const CLASSES = new Set(['08', '40', '53', '57', '58', 'XX'])
const LOCK_NOT_AVAILABLE = '55P03'

export const isServerTrouble = (code: string): boolean =>
  CLASSES.has(code.slice(0, 2)) || code === LOCK_NOT_AVAILABLE
