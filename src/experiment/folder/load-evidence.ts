// A run's evidence, read back from its folder and checked.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { usageError } from '../../model/errors.js'
import {
  EVIDENCE_VERSION,
  evidenceLineSchema,
  headerSchema,
  type Evidence,
  type EvidenceHeader,
  type EvidenceLine,
} from '../../model/evidence.js'
import { armPlansSchema, type ArmPlans } from '../../model/plan.js'
import { hasPlans, planFile } from '../../model/plan-file.js'
import { ARM_NAMES } from '../../measure/arms.js'
import { assembleEvidence, SAMPLES_FILE } from './evidence-log.js'

export interface LoadedEvidence {
  readonly evidence: Evidence
  /** The lines after the header that count: of an interrupted run, those up to its last finished round. */
  readonly lines: readonly EvidenceLine[]
  /** The file up to there. */
  readonly text: string
}

/** Throws a usage error where the folder is no run, has no finished round, or was written by a newer version. */
export async function loadEvidence(folder: string): Promise<LoadedEvidence> {
  const path = join(folder, SAMPLES_FILE)
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw usageError(`"${folder}" is not the folder of a run: it has no readable ${SAMPLES_FILE}`, {
      hint: 'Give the folder that a run printed, such as results/<run-id>',
      cause: error,
    })
  })
  const [first = '', ...rest] = text.trimEnd().split('\n')
  const header = parseHeader(path, first)
  const counted = rest.slice(0, endOfEvidence(rest) + 1)
  const lines = counted.map((line, i) => parseLine(path, i + 2, line))
  checkAgainstHeader(path, header, lines)
  if (lines.length === 0) {
    throw usageError(`${path} has no finished round: the run was cut short`, {
      hint: `Run it again: ${header.run.command}`,
    })
  }
  const evidence = assembleEvidence(header, lines, await loadPlans(folder, header))
  return { evidence, lines, text: [first, ...counted, ''].join('\n') }
}

/**
 * Index of the last line that ends something (a round, a block, the run); -1 without one. A process killed while it wrote
 * leaves half a round behind it, and perhaps half a line: neither counts.
 */
const endOfEvidence = (lines: readonly string[]): number => lines.findLastIndex((line) => ENDING.test(line))

const ENDING = /^\{"type":(?:"round"|"footer"|"state","block":"[^"]*","moment":"end").*\}$/

function parseHeader(path: string, line: string): EvidenceHeader {
  const value = parseJson(path, 1, line)
  const version = (value as { evidenceVersion?: unknown } | null)?.evidenceVersion
  if (typeof version === 'number' && version > EVIDENCE_VERSION) {
    throw usageError(
      `${path}:1 has evidenceVersion ${version}; this version reads up to ${EVIDENCE_VERSION}`,
      {
        hint: 'Use the version of indexproof that wrote it, or a newer one',
      },
    )
  }
  return valid(path, 1, headerSchema.safeParse(value))
}

const parseLine = (path: string, number: number, line: string): EvidenceLine =>
  valid(path, number, evidenceLineSchema.safeParse(parseJson(path, number, line)))

function parseJson(path: string, number: number, line: string): unknown {
  try {
    return JSON.parse(line)
  } catch (error) {
    throw usageError(`${path}:${number} is not JSON: the file is damaged or was cut short`, { cause: error })
  }
}

/** A sample of a query or a parameter row that the header does not know cannot be of this run. */
function checkAgainstHeader(path: string, { queries }: EvidenceHeader, lines: readonly EvidenceLine[]): void {
  const rows = new Map(queries.map((query) => [query.name, query.rows.length]))
  for (const [i, line] of lines.entries()) {
    if (!('query' in line)) continue
    const known = rows.get(line.query)
    if (known !== undefined && rowsOf(line).every((row) => row < known)) continue
    const what =
      known === undefined ? `query "${line.query}"` : `a parameter row that "${line.query}" has not`
    throw usageError(`${path}:${i + 2} is of ${what}, which the header does not name`, {
      hint: 'The file was changed, or joined from several runs',
    })
  }
}

/** The parameter rows that a line is of. */
function rowsOf(line: EvidenceLine): readonly number[] {
  if (line.type === 'stability') return line.plans.map(({ row }) => row)
  return line.type === 'sample' ? [line.row] : []
}

interface Issue {
  readonly path: readonly PropertyKey[]
  readonly message: string
}
type Checked<T> = { success: true; data: T } | { success: false; error: { issues: readonly Issue[] } }

function valid<T>(path: string, number: number, checked: Checked<T>): T {
  if (checked.success) return checked.data
  const [issue] = checked.error.issues
  throw usageError(
    `${path}:${number}: field "${issue?.path.join('.') ?? ''}": ${issue?.message ?? 'not valid'}`,
    {
      hint: 'The file was not written by indexproof, or was changed since',
    },
  )
}

async function loadPlans(folder: string, header: EvidenceHeader): Promise<readonly ArmPlans[]> {
  const explained = header.comparisons.filter(({ pair }) => hasPlans(pair))
  const wanted = explained.flatMap((comparison) => ARM_NAMES.map((arm) => ({ ...comparison, arm })))
  return Promise.all(
    wanted.map(async ({ query, pair, arm }) => {
      const path = join(folder, planFile({ query, pair }, arm))
      const text = await readFile(path, 'utf8').catch((error: unknown) => {
        throw usageError(`${path} cannot be read: the run is not whole`, { cause: error })
      })
      const plans = valid(path, 1, armPlansSchema.safeParse(parseJson(path, 1, text)))
      if (plans.query === query && plans.pair === pair && plans.arm === arm) return plans
      throw usageError(`${path} holds the plans of query "${plans.query}", arm ${plans.arm}`, {
        hint: 'The file was changed or renamed',
      })
    }),
  )
}
