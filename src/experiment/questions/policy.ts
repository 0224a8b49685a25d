// The rules of the decision, fixed before the first sample. The reason of each figure is in docs/methodology.md.
import type { EvidenceHeader } from '../../model/evidence.js'
import type { Policy } from '../../model/facts.js'

/** Two clones of one database differ by 1 to 5 % for no reason of the migration: no small effect can be told from that. */
export const CLONES_SMALLEST_EFFECT = 1.1

export const policyOf = (armKind: EvidenceHeader['run']['armKind']): Policy =>
  armKind === 'clones'
    ? { ...POLICY, smallestEffect: CLONES_SMALLEST_EFFECT, tolerance: CLONES_SMALLEST_EFFECT - 1 }
    : POLICY

const POLICY: Policy = {
  alpha: 0.05,
  looks: [12, 18, 27, 40, 60],
  smallestEffect: 1.05,
  tolerance: 0.05,
  settledHalfWidth: 0.1,
  minimumRounds: 6,
  minimumRecall: 0.9,
}
