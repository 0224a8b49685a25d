// The exact neighbours under a filter, found beside the server; of one query SQL finds them too, under the same condition or
// policy, as the application's role.
import type { Neighbours } from '../../model/vectors/neighbours.js'
import type { Metric } from '../../model/vectors/vector-index.js'
import { checkTruth } from '../search/check-truth.js'
import type { TruthRequest } from '../search/truth-by-sql.js'
import type { ChosenCase } from './choose-cases.js'
import type { Course } from './course.js'
import { conditionOf } from './filtered-rows.js'
import { policySettings } from './tenant-policy.js'

/** Of these vectors. Throws where the two differ. */
export async function truthUnderFilter(
  { table, options: { k }, ports }: Course,
  { filter, rows }: ChosenCase,
  metric: Metric,
  vectors: readonly Float32Array[],
): Promise<readonly Neighbours[]> {
  const truth = await ports.nearest(rows, vectors, k)
  const passing: Pick<TruthRequest, 'filter' | 'settings'> =
    filter.by === 'where'
      ? { filter: conditionOf(rows), settings: {} }
      : { filter: null, settings: policySettings(rows) }
  await checkTruth(table, { metric, k, ...passing, vectors: vectors.slice(0, 1) }, truth, filter.name)
  return truth
}
