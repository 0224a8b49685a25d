// The kept seeds, as this run may use them.
import { digestGenerator } from '../../seed/generator-digest.js'
import { seedShelf, type SeedShelf } from '../../server/kept/seed-shelf.js'
import type { SeedPlan } from './seed-plan.js'

export interface KeptSeedsOptions {
  /** Where they are. */
  readonly folder: string
  /** True: seeded anew, though there be one with the same data. */
  readonly fresh: boolean
}

/** Null where none are to be used. */
export async function openShelf(
  options: KeptSeedsOptions | null,
  { dataset, scale, seed, tablesSql, constraintsSql }: SeedPlan,
  toolVersion: string,
  note: (message: string) => void,
): Promise<SeedShelf | null> {
  if (options === null) return null
  const { name, generatorVersion } = dataset
  const generator = await digestGenerator(name)
  const parts = [toolVersion, name, generatorVersion, generator, scale, seed, tablesSql, constraintsSql]
  const of = `${name}, ${scale.label}, seed ${seed}`
  return seedShelf({ ...options, data: JSON.stringify(parts), of, note })
}
