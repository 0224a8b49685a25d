// Where the evidence of a run goes: a new log, or the one of the interrupted run it goes on with.
import type { EvidenceHeader } from '../../model/evidence.js'
import type { ArmPlans } from '../../model/plan.js'
import { evidenceLog, SAMPLES_FILE, type EvidenceLog } from './evidence-log.js'
import { requireSameRun, type Interrupted } from './interrupted.js'
import { writePlans } from './plan-files.js'
import type { RunFolder } from './run-folder.js'

/** Throws a usage error where this server is not fit to go on with the interrupted run. */
export async function openLog(
  header: EvidenceHeader,
  plans: readonly ArmPlans[],
  folder: RunFolder,
  interrupted: Interrupted | null,
  { date }: { readonly date: () => Date },
): Promise<{ readonly header: EvidenceHeader; readonly log: EvidenceLog }> {
  if (interrupted === null) {
    await writePlans(folder, plans)
    return { header, log: evidenceLog(header, plans, folder) }
  }
  const { evidence, lines, text } = interrupted
  requireSameRun(evidence.header, header)
  await folder.write(SAMPLES_FILE, text)
  const log = evidenceLog(evidence.header, evidence.plans, folder, lines)
  log.record({ type: 'resumed', at: date().toISOString() })
  return { header: evidence.header, log }
}
