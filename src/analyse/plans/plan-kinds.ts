// Which kinds of plans really ran, as the server counted them.
import type { Comparison } from '../../model/comparison.js'
import type { ArmName, Evidence } from '../../model/evidence.js'
import type { PlanKindCounts } from '../../model/result.js'

/** Of a resumed run those of its last part; null where the server was not asked, or does not tell. */
export function planKindsOf({ planKinds }: Evidence, { query, pair }: Comparison): PlanKindCounts | null {
  const ofArm = (arm: ArmName): PlanKindCounts['before'] | null => {
    const line = planKinds.findLast(
      (kinds) => kinds.query === query && kinds.pair === pair && kinds.arm === arm,
    )
    return line === undefined ? null : { custom: line.custom, generic: line.generic }
  }
  const [before, after] = [ofArm('before'), ofArm('after')]
  return before === null || after === null ? null : { before, after }
}
