// Which row of its parent a row refers to, made anew whenever it is asked for, so that a million rows are not remembered:
//
// 1. The first reference is the row's owner, drawn for every row. Tenants are drawn by size, others evenly.
// 2. A column that the owner has too, or the owner's owner, repeats its value: the customer of an invoice is that of its
//    subscription.
// 3. A table that belongs to nobody, such as servers, is drawn evenly.
// 4. Of any other table a row of the same tenant is drawn.
import { randomStream, type RandomStream } from '../../src/model/random.js'
import { aliasSampler } from '../lib/alias-sampler.js'
import { groupMembers, type Groups } from '../lib/groups.js'
import { hashInteger } from '../lib/hash-integer.js'
import { zipfWeights } from '../lib/zipf.js'
import { targetOf, type Family, type Reference, type TablePlan } from './table-plan.js'

/** The largest of 10,000 tenants then has 6 % of what is drawn by size. */
export const TENANT_EXPONENT = 0.9

type RowOf = (row: number) => number

export interface References {
  /** The parent's row, counted from 0, that a column of a row refers to. */
  of(table: string, column: string): RowOf
}

export function planReferences(seed: number, tables: Family, rowsOf: (table: string) => number): References {
  const tenants = rowsOf('tenants')
  // The same tenants are the large ones in every table, and their ids say nothing about it.
  const ranks = randomStream(seed, 'hosting-billing/ranks').shuffle([...Array(tenants).keys()])
  const weights = zipfWeights(tenants, TENANT_EXPONENT)
  const drawBySize = aliasSampler(ranks.map((rank) => weights[rank] ?? 0))
  const found = new Map<string, RowOf>()
  const groups = new Map<string, Groups>()

  const of = (table: string, column: string): RowOf =>
    remembered(found, `${table}.${column}`, () => plan(table, column))

  function plan(table: string, column: string): RowOf {
    const { references } = planOf(tables, table)
    const reference = references?.[column]
    if (reference === undefined) throw new RangeError(`${table} has no reference ${column}`)
    const name = `hosting-billing/${table}.${column}`
    const to = targetOf(reference)
    const owner = ownerOf(tables, table)
    if (owner?.column === column && to === 'tenants' && typeof reference === 'string')
      return drawnBySize(drawBySize, randomStream(seed, name), rowsOf(table), tenants)
    if (owner !== undefined && owner.column !== column) {
      const inherited = inheritedFrom(owner.table, column)
      const ownRow = of(table, owner.column)
      if (inherited !== undefined) return (row) => inherited(ownRow(row))
      if (belongsToTenant(tables, to)) return ofSameTenant(to, tenantOf(table), columnSeed(name))
    }
    return drawn(reference, rowsOf(table), rowsOf(to), columnSeed(name))
  }

  function inheritedFrom(table: string, column: string): RowOf | undefined {
    if (planOf(tables, table).references?.[column] !== undefined) return of(table, column)
    const owner = ownerOf(tables, table)
    if (owner === undefined) return undefined
    const above = inheritedFrom(owner.table, column)
    const ownRow = of(table, owner.column)
    return above && ((row) => above(ownRow(row)))
  }

  function tenantOf(table: string): RowOf {
    const owner = ownerOf(tables, table)
    if (owner === undefined) return (row) => row
    const ownRow = of(table, owner.column)
    const above = tenantOf(owner.table)
    return (row) => above(ownRow(row))
  }

  function ofSameTenant(to: string, tenant: RowOf, salt: number): RowOf {
    const members = remembered(groups, to, () => {
      const tenantOfMember = tenantOf(to)
      return groupMembers(
        Uint32Array.from({ length: rowsOf(to) }, (_, row) => tenantOfMember(row)),
        tenants,
      )
    })
    return (row) => {
      const own = tenant(row)
      if (members.size(own) === 0) throw new RangeError(`tenant ${own} has no row in ${to}`)
      return members.member(own, share(salt, row, members.size(own)))
    }
  }

  const columnSeed = (name: string): number => randomStream(seed, name).below(0x1_0000_0000)

  return { of }
}

/** Every tenant has a row, where there are enough; the rest goes by size. */
function drawnBySize(
  drawTenant: (random: RandomStream) => number,
  random: RandomStream,
  rows: number,
  tenants: number,
): RowOf {
  const everyone = rows >= tenants ? tenants : 0
  const tenantOf = Uint32Array.from({ length: rows }, (_, row) => (row < everyone ? row : drawTenant(random)))
  return (row) => tenantOf[row] ?? 0
}

function drawn(reference: string | Reference, rows: number, parents: number, salt: number): RowOf {
  const draw = typeof reference === 'string' ? undefined : reference.draw
  if (draw === 'grouped') return (row) => Math.floor((row * parents) / rows)
  if (draw === 'in turn') return (row) => row % parents
  return (row) => share(salt, row, parents)
}

const share = (salt: number, row: number, of: number): number =>
  Math.floor((hashInteger(salt, row) / 0x1_0000_0000) * of)

function ownerOf(
  tables: Family,
  table: string,
): { readonly column: string; readonly table: string } | undefined {
  const [first] = Object.entries(planOf(tables, table).references ?? {})
  return first && { column: first[0], table: targetOf(first[1]) }
}

function belongsToTenant(tables: Family, table: string): boolean {
  const owner = ownerOf(tables, table)
  return table === 'tenants' || (owner !== undefined && belongsToTenant(tables, owner.table))
}

function planOf(tables: Family, table: string): TablePlan {
  const plan = tables[table]
  if (plan === undefined) throw new RangeError(`no table ${table}`)
  return plan
}

function remembered<T>(map: Map<string, T>, key: string, make: () => T): T {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}
