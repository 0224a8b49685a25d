// A table as results and messages name it.
import type { TableData } from '../model/dataset.js'

/** With its schema, unless that is public. */
export const shownName = ({ schema, table }: Pick<TableData, 'schema' | 'table'>): string =>
  schema === 'public' ? table : `${schema}.${table}`
