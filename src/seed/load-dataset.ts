// A dataset by its name: its generator, and its SQL from the folder seeds/<name>.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { datasets } from '../../seeds/index.js'
import { closest } from '../model/closest.js'
import type { Dataset } from '../model/dataset.js'
import { usageError } from '../model/errors.js'
import { packageRoot } from '../model/package-root.js'

export interface LoadedDataset {
  readonly dataset: Dataset
  /** SQL as written, with its placeholders. */
  readonly tablesSql: string
  readonly constraintsSql: string
}

/** Throws usageError for a name that no dataset has. */
export async function loadDataset(name: string): Promise<LoadedDataset> {
  const load = Object.hasOwn(datasets, name) ? datasets[name] : undefined
  if (load === undefined) throw unknownDataset(name)
  const dataset = await load()
  const folder = join(await packageRoot(), 'seeds', dataset.name)
  const [tablesSql, constraintsSql] = await Promise.all([
    readFile(join(folder, dataset.files.tables), 'utf8'),
    readFile(join(folder, dataset.files.constraints), 'utf8'),
  ])
  return { dataset, tablesSql, constraintsSql }
}

function unknownDataset(name: string): Error {
  const known = Object.keys(datasets)
  const meant = closest(name, known)
  const suggestion = meant === undefined ? '' : `Did you mean "${meant}"? `
  return usageError(`Unknown dataset "${name}".`, { hint: `${suggestion}Datasets: ${known.join(', ')}.` })
}
