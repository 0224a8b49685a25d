// The plans of a run, one file for each state of each pair that has plans.
import type { ArmPlans } from '../../model/plan.js'
import { planFile } from '../../model/plan-file.js'
import type { RunFolder } from './run-folder.js'

export async function writePlans(folder: RunFolder, plans: readonly ArmPlans[]): Promise<void> {
  for (const plan of plans) {
    await folder.write(planFile(plan, plan.arm), `${JSON.stringify(plan, null, 2)}\n`)
  }
}
