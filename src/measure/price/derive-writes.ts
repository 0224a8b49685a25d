// Writes for a table that the scenario says nothing about, from its columns alone: plain enough to be true of any
// application. What cannot be derived is told with its reason; what can is only a proposal until it was tried.
import type { NotDerived, Operation } from '../../model/price.js'
import type { ColumnShape, TableShape } from '../../postgres/catalog/table-shapes.js'
import { quoteIdentifier, quoteQualified } from '../../postgres/identifiers.js'
import { changedValue } from './changed-value.js'

export interface DerivedWrite {
  readonly operation: Operation
  readonly schema: string
  readonly table: string
  readonly name: string
  readonly title: string
  readonly sql: string
  /** The query that draws the parameter rows. */
  readonly parameters: string
  readonly parameterCount: number
}

export interface Proposal {
  readonly what: string
  /** The first that works is taken. */
  readonly alternatives: readonly DerivedWrite[]
}

export interface Derivation {
  readonly proposals: readonly Proposal[]
  readonly notDerived: readonly NotDerived[]
}

export const PARAMETER_ROWS = 1000

export function deriveWrites(shape: TableShape): Derivation {
  const all = [deriveInsert(shape), deriveUpdate(shape), deriveIndexedUpdate(shape), deriveDelete(shape)].map(
    (one) => (shape.partitioned ? { ...one, found: 'it is partitioned' } : one),
  )
  const { schema, table } = shape
  return {
    proposals: all.flatMap(({ what, found }) =>
      typeof found === 'string' ? [] : [{ what, alternatives: found }],
    ),
    notDerived: all.flatMap(({ what, found: reason }) =>
      typeof reason === 'string' ? [{ schema, table, what, reason }] : [],
    ),
  }
}

/** Alternatives, or why there is none. */
interface Purpose {
  readonly what: string
  readonly found: readonly DerivedWrite[] | string
}

const NO_KEY = 'it has no primary key'

/** A copy of a row under a fresh key. */
function deriveInsert(shape: TableShape): Purpose {
  const what = 'insert'
  const keys = keysOf(shape)
  const [key] = keys
  if (key === undefined) return { what, found: NO_KEY }
  if (keys.length > 1) return { what, found: 'its key has several columns' }
  if (key.references) return { what, found: 'its key is a foreign key' }
  const fresh = freshKey(key)
  if (fresh === null) return { what, found: `no fresh key can be made of type ${key.type}` }
  const copied = shape.columns.filter(({ generated, key: isKey }) => !generated && !isKey).map(quotedName)
  const [into, from] =
    fresh.sql === ''
      ? [copied, copied]
      : [
          [quotedName(key), ...copied],
          [fresh.sql, ...copied],
        ]
  return {
    what,
    found: [
      {
        ...named(shape, 'insert'),
        title: 'Insert a copy of a row under a fresh key',
        sql: `insert into ${quotedTable(shape)} (${into.join(', ')}) select ${from.join(', ')} from ${quotedTable(shape)} where ${keyCondition(keys)}`,
        parameters: keyParameters(shape, keys, 'true', 1, fresh.parameter),
        parameterCount: fresh.parameter === '' ? 1 : 2,
      },
    ],
  }
}

const INTEGERS = new Set(['smallint', 'integer', 'bigint'])

/** Its expression (none where the column is to be left out), and where it takes a parameter the value of that. */
function freshKey(key: ColumnShape): { readonly sql: string; readonly parameter: string } | null {
  if (key.suppliesItself) return { sql: '', parameter: '' }
  if (key.type === 'uuid') return { sql: 'gen_random_uuid()', parameter: '' }
  if (!INTEGERS.has(key.type)) return null
  const name = quotedName(key)
  return { sql: `$2::${key.type}`, parameter: `max(${name})` }
}

/** A column that no index reads, set to what it is: a new version of the row all the same. */
function deriveUpdate(shape: TableShape): Purpose {
  const what = 'update of a column without an index'
  const keys = keysOf(shape)
  if (keys.length === 0) return { what, found: NO_KEY }
  const column = shape.columns.find((one) => isPlain(one) && !one.indexed)
  if (column === undefined) return { what, found: 'every column is a key, computed or indexed' }
  const set = `${quotedName(column)} = ${quotedName(column)}`
  return {
    what,
    found: [updateOf(shape, column, set, `Update of ${column.name}, which no index reads`, 'true')],
  }
}

/** A column that an index of the migration reads, set to another value. */
function deriveIndexedUpdate(shape: TableShape): Purpose {
  const what = 'update of an indexed column'
  if (keysOf(shape).length === 0) return { what, found: NO_KEY }
  const found = shape.columns
    .filter((column) => isPlain(column) && column.ofGiven && !column.unique)
    .flatMap((column) => {
      const name = quotedName(column)
      const changed = changedValue(name, column.type)
      if (changed === null) return []
      const title = `Update of ${column.name}, which an index of the migration reads`
      return [updateOf(shape, column, `${name} = ${changed}`, title, `${name} is not null`)]
    })
  const reason = 'its indexed columns are keys, unique, computed, or of types without an obvious other value'
  return { what, found: found.length > 0 ? found : reason }
}

function updateOf(
  shape: TableShape,
  column: ColumnShape,
  set: string,
  title: string,
  condition: string,
): DerivedWrite {
  const keys = keysOf(shape)
  return {
    ...named(shape, 'update', column.name),
    title,
    sql: `update ${quotedTable(shape)} set ${set} where ${keyCondition(keys)}`,
    parameters: keyParameters(shape, keys, condition, 2, ''),
    parameterCount: keys.length,
  }
}

function deriveDelete(shape: TableShape): Purpose {
  const keys = keysOf(shape)
  if (keys.length === 0) return { what: 'delete', found: NO_KEY }
  const write = {
    ...named(shape, 'delete'),
    title: 'Delete a row by its key',
    sql: `delete from ${quotedTable(shape)} where ${keyCondition(keys)}`,
    parameters: keyParameters(shape, keys, 'true', 3, ''),
    parameterCount: keys.length,
  }
  return { what: 'delete', found: [write] }
}

const isPlain = ({ generated, key, references }: ColumnShape): boolean => !generated && !key && !references

const keysOf = ({ columns }: TableShape): readonly ColumnShape[] => columns.filter(({ key }) => key)

const quotedName = ({ name }: ColumnShape): string => quoteIdentifier(name)

const quotedTable = ({ schema, table }: TableShape): string => quoteQualified(schema, table)

const keyCondition = (keys: readonly ColumnShape[]): string =>
  keys.map((key, i) => `${quotedName(key)} = $${i + 1}`).join(' and ')

/** With a space: no name in a scenario has one. */
function named({ schema, table }: TableShape, operation: Operation, column?: string) {
  const path = [...(schema === 'public' ? [] : [schema]), table, ...(column === undefined ? [] : [column])]
  return { operation, schema, table, name: `${operation} ${path.join('.')}` }
}

/** Rows wanted of a page sample, so that a condition leaves enough of them. */
const SAMPLED_ROWS = 5 * PARAMETER_ROWS

/**
 * Keys of whole pages, as updates of an application meet neighbours too: on a page that a load filled to the brim the first
 * update never is HOT, those after it can be. `fresh` is an aggregate that new values begin after.
 */
function keyParameters(
  shape: TableShape,
  keys: readonly ColumnShape[],
  condition: string,
  sample: number,
  fresh: string,
): string {
  const table = quotedTable(shape)
  const percent = shape.rows <= SAMPLED_ROWS ? 100 : (100 * SAMPLED_ROWS) / shape.rows
  const values = keys.map((key, i) => `${quotedName(key)}::text as p${i + 1}`)
  if (fresh !== '') {
    values.push(
      `((select ${fresh} from ${table}) + row_number() over (order by ctid))::text as p${keys.length + 1}`,
    )
  }
  return `select 'all' as cohort, null as tenant, true as hit, ${values.join(', ')}
from ${table} tablesample system (${percent}) repeatable (${sample})
where ${condition}
order by ctid
limit ${PARAMETER_ROWS}`
}
