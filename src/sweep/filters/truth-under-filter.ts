// The exact neighbours under a filter, found beside the server; of one query SQL finds them too, under the same condition or
// policy, as the application's role.
import type { Neighbours } from '../../model/vectors/neighbours.js'
import type { Metric } from '../../model/vectors/vector-index.js'
import { checkTruth } from '../search/check-truth.js'
import type { ChosenCase } from './choose-cases.js'
import type { Course } from './course.js'
import { filteringOf } from './tenant-policy.js'

/** Of these vectors. Throws where the two differ. */
export async function truthUnderFilter(
  { table, options: { k }, ports }: Course,
  chosen: ChosenCase,
  metric: Metric,
  vectors: readonly Float32Array[],
): Promise<readonly Neighbours[]> {
  const truth = await ports.nearest(chosen.rows, vectors, k)
  const request = { metric, k, ...filteringOf(chosen), vectors: vectors.slice(0, 1) }
  await checkTruth(table, request, truth, chosen.filter.name)
  return truth
}
