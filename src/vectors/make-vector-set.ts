// From vectors as they were found to a set that can be searched: queries held out, the rest numbered and grouped.
import { usageError } from '../model/errors.js'
import { randomStream } from '../model/random.js'
import type { VectorItem, VectorSet } from '../model/vectors/vector-set.js'
import type { VectorMatrix } from '../model/vectors/vector-matrix.js'
import type { VectorOptions } from '../model/vectors/vector-source.js'
import { drawGroups } from './draw-groups.js'
import { itemAt } from './exact/row-filter.js'
import type { FoundVectors } from './found-vectors.js'
import type { RowGroups } from './row-groups.js'

/**
 * Takes the array of components over: rows close up where queries were taken out, so that there is never a second one.
 * Throws usageError where there are too few vectors.
 */
export async function makeVectorSet(found: FoundVectors, options: VectorOptions): Promise<VectorSet> {
  const heldOut = drawHeldOut(found, options)
  const groups = await wholeGroups(found, options.seed)
  const queries = heldOut.map((row) =>
    found.values.slice(row * found.dimensions, (row + 1) * found.dimensions),
  )
  const matrix = closeUp({ ...found, groups }, new Set(heldOut))
  return {
    name: found.name,
    description: found.description,
    dimensions: found.dimensions,
    rowCount: matrix.rowCount,
    matrix,
    rows: () => walk(matrix),
    queries: {
      tuning: queries.slice(0, options.tuningQueries),
      reporting: queries.slice(options.tuningQueries),
    },
  }
}

async function wholeGroups(found: FoundVectors, seed: number): Promise<RowGroups> {
  const { tenants, categories } = found.groups
  if (tenants !== undefined && categories !== undefined) return { tenants, categories }
  return { ...(await drawGroups(found, seed)), ...found.groups }
}

/** Rows that become queries, in the order drawn: any of them may be in either set. One of zeros has no direction to ask in. */
function drawHeldOut({ name, present, values, dimensions }: FoundVectors, options: VectorOptions): number[] {
  const { seed, tuningQueries, reportingQueries } = options
  const wanted = tuningQueries + reportingQueries
  const isZero = (row: number): boolean =>
    values.subarray(row * dimensions, (row + 1) * dimensions).every((component) => component === 0)
  const rows = [...present.keys()].filter((row) => present[row] === 1 && !isZero(row))
  if (rows.length < 2 * wanted || rows.length === 0) {
    throw usageError(`${name} has ${rows.length} vectors, too few to take ${wanted} queries from.`, {
      hint: `Queries are held out and are no rows then: give at least ${Math.max(1, 2 * wanted)} vectors, or ask for fewer queries.`,
    })
  }
  return randomStream(seed, 'vectors/held-out').shuffle(rows).slice(0, wanted)
}

function closeUp(
  { dimensions, values, present, groups }: FoundVectors & { readonly groups: RowGroups },
  leaving: ReadonlySet<number>,
): VectorMatrix {
  let kept = 0
  for (let row = 0; row < present.length; row++) {
    if (leaving.has(row)) continue
    values.copyWithin(kept * dimensions, row * dimensions, (row + 1) * dimensions)
    present.copyWithin(kept, row, row + 1)
    groups.tenants.copyWithin(kept, row, row + 1)
    groups.categories.copyWithin(kept, row, row + 1)
    kept++
  }
  return {
    rowCount: kept,
    dimensions,
    values: values.subarray(0, kept * dimensions),
    present: present.subarray(0, kept),
    ids: Float64Array.from({ length: kept }, (_, row) => row + 1),
    tenants: groups.tenants.subarray(0, kept),
    categories: groups.categories.subarray(0, kept),
  }
}

function* walk(matrix: VectorMatrix): Iterable<VectorItem> {
  for (let row = 0; row < matrix.rowCount; row++) yield itemAt(matrix, row)
}
