// A filter on the table that is searched: rows of some tenants or of some categories. As SQL, and as a question to a row.
import { at } from '../../model/at.js'
import type { VectorItem } from '../../model/vectors/vector-set.js'
import type { Filter } from '../searched-table.js'

export interface FilteredRows {
  readonly column: 'tenant_id' | 'category'
  /** At least one. */
  readonly values: readonly number[]
}

export const passes = (
  { column, values }: FilteredRows,
  item: Pick<VectorItem, 'tenant' | 'category'>,
): boolean => values.includes(column === 'tenant_id' ? item.tenant : item.category)

/** As an application writes it: values are bound, so that a generic plan does not know them. */
export const conditionOf = ({ column, values }: FilteredRows): Filter =>
  values.length === 1
    ? { condition: `${column} = $2::integer`, values: [String(at(values, 0))] }
    : { condition: `${column} = any($2::integer[])`, values: [`{${values.join(',')}}`] }

/** tenant 7; category 3; 4 categories */
export function filterText({ column, values }: FilteredRows): string {
  if (values.length === 1) return `${column === 'tenant_id' ? 'tenant' : 'category'} ${at(values, 0)}`
  return `${values.length} ${column === 'tenant_id' ? 'tenants' : 'categories'}`
}

/** The tenant, where the filter is one tenant's; else null. */
export const tenantOf = ({ column, values }: FilteredRows): number | null =>
  column === 'tenant_id' && values.length === 1 ? at(values, 0) : null
