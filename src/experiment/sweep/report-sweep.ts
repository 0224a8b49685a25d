// `indexproof report` of a sweep: says everything again from the evidence in sweep.json alone.
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { analyseSweep } from '../../analyse/vectors/analyse-sweep.js'
import { usageError } from '../../model/errors.js'
import { sweepEvidenceSchema, type SweepEvidence } from '../../model/vectors/sweep-evidence.js'
import { SWEEP_VERSION, type SweepResult } from '../../model/vectors/sweep-result.js'
import { writeWholeFile } from '../../model/write-whole-file.js'
import { SWEEP_RESULT_FILE, writeSweep } from './write-sweep.js'

export const isSweep = async (folder: string): Promise<boolean> =>
  (await stat(join(folder, SWEEP_RESULT_FILE)).catch(() => undefined))?.isFile() ?? false

/** Rewrites all files in the folder of a sweep. Needs no database. Throws a usage error for what is no sweep.json of ours. */
export async function reportSweep(folder: string): Promise<SweepResult> {
  const result = analyseSweep(await loadEvidence(join(folder, SWEEP_RESULT_FILE)))
  await writeSweep(result, (file, text) => writeWholeFile(join(folder, file), text))
  return result
}

async function loadEvidence(path: string): Promise<SweepEvidence> {
  const found = parse(await readFile(path, 'utf8'), path)
  if (found?.sweepVersion !== SWEEP_VERSION) {
    throw usageError(
      `${path} is of version ${String(found?.sweepVersion)}, and this indexproof reads ${SWEEP_VERSION}`,
      {
        hint: 'Report it with the version of indexproof that wrote it, or sweep again',
      },
    )
  }
  const checked = sweepEvidenceSchema.safeParse(found.evidence)
  // Not what was parsed: keys stay in their order, so that the same bytes are written.
  if (checked.success) return found.evidence as SweepEvidence
  const issue = checked.error.issues[0]
  throw usageError(
    `${path} is damaged: evidence.${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not valid'}`,
  )
}

function parse(
  text: string,
  path: string,
): { readonly sweepVersion?: unknown; readonly evidence?: unknown } | null {
  try {
    return JSON.parse(text) as ReturnType<typeof parse>
  } catch (error) {
    throw usageError(`${path} is damaged: it is no JSON`, { cause: error })
  }
}
