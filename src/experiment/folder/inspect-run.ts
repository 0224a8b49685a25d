// Inspections of a run's own database, stored in its folder.
import type { ArmName, Inspected } from '../../model/evidence.js'
import { inspectionFile } from '../../model/inspection-file.js'
import { readCapabilities } from '../../postgres/capabilities.js'
import { awaitStatistics } from '../../postgres/catalog/database-state.js'
import type { Session } from '../../postgres/session.js'
import { jsonText } from '../../report/json.js'
import { inspectSession } from '../inspect.js'
import type { RunFolder } from './run-folder.js'

/** Nobody else works on these tables. */
const LIMITS = { statementMs: 600_000, lockMs: 10_000 }

/** Outside of a transaction, and not while something is measured. Returns the line for the evidence. */
export async function inspectRun(
  session: Session,
  moment: ArmName,
  folder: RunFolder,
  toolVersion: string,
): Promise<Inspected> {
  await awaitStatistics(session, await readCapabilities(session))
  const inspection = await inspectSession(session, LIMITS, toolVersion)
  await folder.write(inspectionFile(moment), jsonText(inspection))
  return { type: 'inspected', moment, summary: inspection.summary }
}
