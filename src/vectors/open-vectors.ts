// The vectors of a sweep, from where the user says they are.
import type { VectorSet } from '../model/vectors/vector-set.js'
import type { VectorOptions, VectorSource } from '../model/vectors/vector-source.js'
import type { FoundVectors } from './found-vectors.js'
import { readVectors } from './files/read-vectors.js'
import { makeVectorSet } from './make-vector-set.js'
import { syntheticVectors } from './synthetic-vectors.js'

/** Throws usageError for files that are not what they should be, or hold too few vectors. */
export async function openVectors(source: VectorSource, options: VectorOptions): Promise<VectorSet> {
  return makeVectorSet(await findVectors(source, options), options)
}

async function findVectors(source: VectorSource, options: VectorOptions): Promise<FoundVectors> {
  switch (source.kind) {
    case 'file':
      return readVectors(source, options.seed)
    case 'synthetic': {
      // Queries are held out of what is drawn: the rows asked for are left.
      const { seed, tuningQueries, reportingQueries } = options
      return syntheticVectors(seed, source.rows + tuningQueries + reportingQueries, source.dimensions)
    }
  }
}
