// A dataset on a server that lacks what its tables use is told before anything is seeded.
import type { Dataset } from '../model/dataset.js'
import { environmentError } from '../model/errors.js'
import type { ServerFacts } from '../model/evidence.js'

/** Throws an environment error that names the package. */
export function requireExtensions(dataset: Dataset, { kind, version, pgvector }: ServerFacts): void {
  if (!dataset.extensions.includes('vector') || pgvector !== null) return
  const [major] = version.split('.')
  throw environmentError(
    `Dataset "${dataset.name}" needs pgvector, which the ${kind} PostgreSQL ${version} does not have`,
    {
      hint: `Install the package postgresql-${major}-pgvector (Debian, or apt.postgresql.org), or use --server embedded`,
    },
  )
}
