// `indexproof report`: says everything again from the evidence alone, byte for byte.
import { join } from 'node:path'
import { writeWholeFile } from '../model/write-whole-file.js'
import { summariseRun } from '../analyse/summarise-run.js'
import type { Result } from '../model/result.js'
import { loadEvidence } from './folder/load-evidence.js'
import { writeReport } from './folder/write-report.js'

/** Rewrites result.json and report.md in the folder of a run. Needs no database. */
export async function reportRun(folder: string): Promise<Result> {
  const result = summariseRun((await loadEvidence(folder)).evidence)
  await writeReport(result, (file, text) => writeWholeFile(join(folder, file), text))
  return result
}
