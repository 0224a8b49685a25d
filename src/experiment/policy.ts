// The rules of the decision, fixed before the first sample. The reason of each figure is in docs/methodology.md.
import type { Policy } from '../model/evidence.js'

export const POLICY: Policy = {
  alpha: 0.05,
  looks: [12, 18, 27, 40, 60],
  smallestEffect: 1.05,
  tolerance: 0.05,
  settledHalfWidth: 0.1,
  minimumRounds: 6,
  minimumRecall: 0.9,
}
