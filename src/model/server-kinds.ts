// Where PostgreSQL can run.

export const SERVER_KINDS = ['embedded', 'local', 'docker', 'url'] as const
export type ServerKind = (typeof SERVER_KINDS)[number]

/** The image of the docker server, unless another is named. */
export const DEFAULT_IMAGE = 'pgvector/pgvector:pg17'
