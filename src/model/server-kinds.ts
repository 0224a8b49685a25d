// Where PostgreSQL can run.

export const SERVER_KINDS = ['embedded', 'local'] as const
export type ServerKind = (typeof SERVER_KINDS)[number]
