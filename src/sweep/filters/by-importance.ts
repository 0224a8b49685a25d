// Which filters come first where time may end early: those of 1 %, where a planner errs most often, and those by one tenant,
// which are what applications have.
import type { ChosenCase } from './choose-cases.js'
import { tenantOf } from './filtered-rows.js'
import { byPolicy } from './tenant-policy.js'

/** As far as a filter may be from 1 % and count for it: less than half way to 3 %. */
const ABOUT = { least: 0.01 / 1.7, most: 0.01 * 1.7 }

/** With those by policy: each part's after those by WHERE. */
export function byImportance(cases: readonly ChosenCase[]): readonly ChosenCase[] {
  const others = cases.filter((chosen) => !isOnePercent(chosen))
  const isTenants = ({ rows }: ChosenCase): boolean => tenantOf(rows) !== null
  const onePercent = cases.filter(isOnePercent)
  const tenants = others.filter(isTenants)
  const policedOf = (some: readonly ChosenCase[]): readonly ChosenCase[] =>
    some.flatMap((chosen) => byPolicy(chosen) ?? [])
  return [
    ...onePercent,
    ...policedOf(onePercent),
    ...tenants,
    ...policedOf(tenants),
    ...others.filter((chosen) => !isTenants(chosen)),
  ]
}

const isOnePercent = ({ filter: { selectivity } }: ChosenCase): boolean =>
  selectivity >= ABOUT.least && selectivity <= ABOUT.most
