// A dataset without the tables that need an extension. The others keep their rows: each table draws from a random
// stream of its own.
import type { Dataset, ExtensionName } from '../model/dataset.js'

/** The tables of a dataset that need one of the extensions. */
export const tablesNeeding = (dataset: Dataset, extensions: readonly ExtensionName[]): readonly string[] =>
  extensions.flatMap((extension) => dataset.extensions[extension]?.tables ?? [])

/** The dataset as if it had never had these tables: neither their SQL, nor their rows, nor their facts. */
export function leaveOutTables(dataset: Dataset, without: readonly ExtensionName[]): Dataset {
  const tables = new Set(tablesNeeding(dataset, without))
  const facts = new Set(without.flatMap((extension) => dataset.extensions[extension]?.facts ?? []))
  return {
    ...dataset,
    extensions: omit(dataset.extensions, new Set(without)),
    facts: omit(dataset.facts, facts),
    generate: (seed, mainRows) => dataset.generate(seed, mainRows).filter(({ table }) => !tables.has(table)),
  }
}

const omit = <T>(record: Readonly<Record<string, T>>, keys: ReadonlySet<string>): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter(([key]) => !keys.has(key)))
