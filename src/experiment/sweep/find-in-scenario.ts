// Vectors that a scenario searches, and whose they are: the bytes that `run` loads with the same scale and seed. Nothing is
// seeded for it: generators give the same rows without a database.
import type { DatasetVectors } from '../../model/dataset.js'
import { usageError } from '../../model/errors.js'
import { drawRows } from '../../vectors/draw-rows.js'
import type { FoundVectors } from '../../vectors/found-vectors.js'
import { loadNamedScenario } from '../named-scenarios.js'
import { loadSeedPlan } from '../database/seed-plan.js'

export interface ScenarioVectors {
  readonly kind: 'scenario'
  /** A name, or the path of a folder. */
  readonly scenario: string
  /** As `run` takes it. */
  readonly scale: string
  /** Only so many of its vectors, drawn evenly; null for all. Queries are taken from them. */
  readonly sample: number | null
}

/** Throws usage errors for an unknown scenario or scale, and for a scenario without vectors. */
export async function findInScenario(source: ScenarioVectors, seed: number): Promise<FoundVectors> {
  const scenario = await loadNamedScenario(source.scenario)
  const { dataset, scale } = await loadSeedPlan(scenario.dataset, source.scale, seed, [])
  if (dataset.vectors === undefined) {
    throw usageError(`The scenario ${scenario.name} has no vectors: its dataset is ${dataset.name}`, {
      hint: 'chat and assistant-platform have some',
    })
  }
  const vectors = dataset.vectors(seed, scale.mainRows)
  const { table, column } = vectors
  const taken = drawRows(table.rowCount, source.sample, seed)
  const which = taken.count === table.rowCount ? 'all' : `${taken.count} of the`
  return {
    name: scenario.name,
    description: `${which} ${table.rowCount} of ${table.table}.${column} with their tenants, as the scenario ${scenario.name} has them at scale ${scale.label}, seed ${seed}`,
    ...collect(vectors, taken.has, taken.count),
  }
}

function collect(
  { table, column, tenantOf }: DatasetVectors,
  isTaken: (row: number) => boolean,
  count: number,
): Pick<FoundVectors, 'dimensions' | 'values' | 'present' | 'groups'> {
  const position = table.columns.findIndex(({ name }) => name === column)
  const tenants = new Int32Array(count)
  const present = new Uint8Array(count)
  let values = new Float32Array()
  let dimensions = 0
  let [row, kept] = [0, 0]
  for (const drawn of table.rows()) {
    const owner = row++
    if (!isTaken(owner)) continue
    const vector = drawn[position]
    tenants[kept] = tenantOf(owner)
    if (vector instanceof Float32Array) {
      dimensions = vector.length
      if (values.length === 0) values = new Float32Array(count * dimensions)
      values.set(vector, kept * dimensions)
      present[kept] = 1
    }
    kept++
  }
  return { dimensions, values, present, groups: { tenants } }
}
