// Where the plans of a query lie in the folder of a run.
import type { ArmName } from '../model/evidence.js'
import type { ArmPlans } from '../model/plan.js'
import type { RunFolder } from './run-folder.js'

export const planFile = (query: string, arm: ArmName): string => `plans/${query}.${arm}.json`

export async function writePlans(folder: RunFolder, plans: readonly ArmPlans[]): Promise<void> {
  for (const plan of plans) {
    await folder.write(planFile(plan.query, plan.arm), `${JSON.stringify(plan, null, 2)}\n`)
  }
}
