// No fault at all: what a run looks like that nothing happens to.
import { exitText, ORDINARY_PLAN, type FaultPlan } from '../fault-kind.js'

export const undisturbed: FaultPlan = {
  ...ORDINARY_PLAN,
  inject: async ({ start }) => {
    const ended = await start().ended
    return { told: `undisturbed → ${exitText(ended)}`, endedMs: 0, wrong: [], runs: [ended] }
  },
}
