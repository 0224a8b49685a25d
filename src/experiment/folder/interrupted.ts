// An interrupted run, and whether what is on the server now is what it was measuring.
import { usageError } from '../../model/errors.js'
import type { EvidenceHeader } from '../../model/evidence.js'
import { loadEvidence, type LoadedEvidence } from './load-evidence.js'

export interface Interrupted extends LoadedEvidence {
  readonly folder: string
}

/** Throws a usage error where the folder is no run, or one that is finished. */
export async function loadInterrupted(folder: string): Promise<Interrupted> {
  const loaded = await loadEvidence(folder)
  const { header, footer } = loaded.evidence
  if (footer !== null && footer.stoppedBy !== 'interrupted') {
    throw usageError(`The run in "${folder}" is finished: there is nothing to go on with`, {
      hint: `Run it again: ${header.run.command}`,
    })
  }
  return { folder, ...withoutFooter(loaded) }
}

/** To be asked once nobody else can go on with it. Throws a usage error where somebody has since it was loaded. */
export async function requireUntouched({ folder, text }: Interrupted): Promise<void> {
  const now = await loadInterrupted(folder)
  if (now.text === text) return
  throw usageError(`Another process has gone on with the run in "${folder}" meanwhile`, {
    hint: 'Resume it again',
  })
}

function withoutFooter({ evidence, lines, text }: LoadedEvidence): LoadedEvidence {
  if (evidence.footer === null) return { evidence, lines, text }
  const end = text.trimEnd().lastIndexOf('\n') + 1
  return { evidence: { ...evidence, footer: null }, lines: lines.slice(0, -1), text: text.slice(0, end) }
}

/**
 * Throws a usage error that names what differs. Samples of two servers, machines, data sets or versions of the tool
 * are no samples of one comparison.
 */
export function requireSameRun(before: EvidenceHeader, now: EvidenceHeader): void {
  const [difference] = differences(fingerprint(before), fingerprint(now), [])
  if (difference === undefined) return
  const { path, was, is } = difference
  throw usageError(`This run cannot be gone on with: ${path} was ${shown(was)} and is ${shown(is)}`, {
    hint: `Start it anew: ${before.run.command}`,
  })
}

const fingerprint = ({
  tool,
  machine,
  scenario,
  dataset,
  server,
  migration,
  policy,
  queries,
}: EvidenceHeader) => ({
  tool,
  machine,
  scenario: { name: scenario.name, hash: scenario.hash, without: scenario.without },
  dataset: { ...dataset, seedMs: 0, reused: false },
  server,
  indexes: migration.indexes.map(({ name, definition, valid }) => ({ name, definition, valid })),
  policy,
  // The scenario's hash has the text; recall may differ with an index that was built anew.
  queries: queries.map(({ name, sql, rows }) => ({ name, sql, rows })),
})

interface Difference {
  readonly path: string
  readonly was: unknown
  readonly is: unknown
}

function differences(was: unknown, is: unknown, path: readonly string[]): readonly Difference[] {
  if (!isObject(was) || !isObject(is)) return was === is ? [] : [{ path: path.join('.'), was, is }]
  const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])]
  return keys.flatMap((key) => differences(was[key], is[key], [...path, key]))
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const shown = (value: unknown): string => JSON.stringify(value) ?? 'missing'
