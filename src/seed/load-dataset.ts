// A dataset by its name: its generator, and its SQL from the folder seeds/<name>.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { datasets } from '../../seeds/index.js'
import { closest } from '../model/closest.js'
import type { Dataset, DatasetFiles, ExtensionName } from '../model/dataset.js'
import { usageError } from '../model/errors.js'
import { packageRoot } from '../model/package-root.js'
import { leaveOutTables, tablesNeeding } from './leave-out-tables.js'

export interface LoadedDataset {
  readonly dataset: Dataset
  /** SQL as written, with its placeholders: of what needs no extension, then of what does. */
  readonly tablesSql: string
  readonly constraintsSql: string
  /** Tables that the dataset would have with every extension. */
  readonly leftOutTables: readonly string[]
}

/** Without the tables that need these extensions. Throws usageError for a name that no dataset has. */
export async function loadDataset(name: string, without: readonly ExtensionName[]): Promise<LoadedDataset> {
  const load = Object.hasOwn(datasets, name) ? datasets[name] : undefined
  if (load === undefined) throw unknownDataset(name)
  const whole = await load()
  const dataset = leaveOutTables(whole, without)
  const folder = join(await packageRoot(), 'seeds', dataset.name)
  const parts = [dataset.files, ...Object.values(dataset.extensions).map(({ files }) => files)]
  const read = async (kind: keyof DatasetFiles): Promise<string> =>
    (await Promise.all(parts.map((files) => readFile(join(folder, files[kind]), 'utf8')))).join('\n')
  return {
    dataset,
    tablesSql: await read('tables'),
    constraintsSql: await read('constraints'),
    leftOutTables: tablesNeeding(whole, without),
  }
}

function unknownDataset(name: string): Error {
  const known = Object.keys(datasets)
  const meant = closest(name, known)
  const suggestion = meant === undefined ? '' : `Did you mean "${meant}"? `
  return usageError(`Unknown dataset "${name}".`, { hint: `${suggestion}Datasets: ${known.join(', ')}.` })
}
