// No fault at all: what a run looks like that nothing happens to.
import { ORDINARY_NAMES } from '../case-folder.js'
import { exitText, nothingToPrepare, type FaultPlan } from '../fault-kind.js'

export const undisturbed: FaultPlan = {
  folders: ORDINARY_NAMES,
  kills: false,
  prepare: nothingToPrepare,
  inject: async ({ start }) => {
    const ended = await start().ended
    return { told: `undisturbed → ${exitText(ended)}`, endedMs: 0, wrong: [], runs: [ended] }
  },
}
