// The vectors of a sweep, wherever they come from.
import type { VectorSet } from '../../model/vectors/vector-set.js'
import { makeVectorSet } from '../../vectors/make-vector-set.js'
import { openVectors } from '../../vectors/open-vectors.js'
import { findInDatabase } from './find-in-database.js'
import { findInScenario } from './find-in-scenario.js'
import type { SweepOptions, SweepPorts } from './sweep-options.js'

/** Before a server is started: a file that is not what it should be is told at once. */
export async function openSource(
  { source, vectors }: Pick<SweepOptions, 'source' | 'vectors'>,
  ports: Pick<SweepPorts, 'signal' | 'now'>,
): Promise<VectorSet> {
  switch (source.kind) {
    case 'query':
      return makeVectorSet(await findInDatabase(source, vectors.seed, ports), vectors)
    case 'scenario':
      return makeVectorSet(await findInScenario(source, vectors.seed), vectors)
    case 'file':
    case 'synthetic':
      return openVectors(source, vectors)
  }
}
