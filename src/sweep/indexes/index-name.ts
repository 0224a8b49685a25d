// The name an index gets: it says what the index is, so that a plan that shows it does too.
import type { ApproximateIndex } from './index-operators.js'

/** `everyNth`: of an index that holds only rows whose id is a multiple. */
export function indexName(table: string, index: ApproximateIndex, everyNth: number): string {
  const settings =
    index.kind === 'ivfflat' ? [`lists${index.lists}`] : [`m${index.m}`, `ef${index.efConstruction}`]
  const metric = index.metric === 'inner product' ? 'ip' : index.metric
  const sample = everyNth === 1 ? [] : [`nth${everyNth}`]
  return [table, index.kind, index.representation, metric, ...settings, ...sample].join('_')
}
