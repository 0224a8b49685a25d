// Where each arm is a database of its own: how its tables differed when measuring began. After a VACUUM in one of them alone that is
// no fault, but what is measured.
import type { StateReading } from '../../model/evidence.js'
import type { ArmTable, TableState } from '../../model/state.js'

/** By name; empty where both arms are one database. */
export function compareArmTables(states: readonly StateReading[]): ArmTable[] {
  const first = (database: StateReading['database']): StateReading | undefined =>
    states.find((reading) => reading.database === database && reading.moment === 'start')
  const [before, after] = [first('before'), first('after')]
  if (before === undefined || after === undefined) return []
  const names = new Set([...before.tables, ...after.tables].map(({ table }) => table))
  return [...names].sort().map((table) => {
    const [former, latter] = [before, after].map(({ tables }) => tables.find((one) => one.table === table))
    return {
      table,
      before: pick(former),
      after: pick(latter),
      sameStatistics: former?.statistics === latter?.statistics,
    }
  })
}

const pick = (state: TableState | undefined): ArmTable['before'] => {
  if (state === undefined) return null
  const { deadRows, pages, visiblePages } = state
  return { deadRows, pages, visiblePages }
}
