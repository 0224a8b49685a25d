// Which filters come first where time may end early: those of 1 %, where a planner errs most often, and those by one tenant,
// which are what applications have.
import type { ChosenCase } from './choose-cases.js'
import { tenantOf } from './filtered-rows.js'

/** As far as a filter may be from 1 % and count for it: less than half way to 3 %. */
const ABOUT = { least: 0.01 / 1.7, most: 0.01 * 1.7 }

export interface ByImportance {
  readonly onePercent: readonly ChosenCase[]
  /** By one tenant, of other shares. */
  readonly tenants: readonly ChosenCase[]
  readonly rest: readonly ChosenCase[]
}

export function byImportance(cases: readonly ChosenCase[]): ByImportance {
  const others = cases.filter((chosen) => !isOnePercent(chosen))
  const isTenants = ({ rows }: ChosenCase): boolean => tenantOf(rows) !== null
  return {
    onePercent: cases.filter(isOnePercent),
    tenants: others.filter(isTenants),
    rest: others.filter((chosen) => !isTenants(chosen)),
  }
}

const isOnePercent = ({ filter: { selectivity } }: ChosenCase): boolean =>
  selectivity >= ABOUT.least && selectivity <= ABOUT.most
