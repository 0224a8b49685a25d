// Evidence while it is gathered: in memory for the looks, and on disk after every round.
import type { Evidence, EvidenceFooter, EvidenceHeader, EvidenceLine } from '../model/evidence.js'
import type { ArmPlans } from '../model/plan.js'
import type { RunFolder } from './run-folder.js'

export const SAMPLES_FILE = 'samples.ndjson'

export interface EvidenceLog {
  /** Keeps a line; cheap enough for the measured loop. */
  record(line: EvidenceLine): void
  /** Brings what was recorded since to disk. */
  flush(): Promise<void>
  /** What is known so far. */
  evidence(): Evidence
}

export function evidenceLog(
  header: EvidenceHeader,
  plans: readonly ArmPlans[],
  folder: RunFolder,
): EvidenceLog {
  const lines: EvidenceLine[] = []
  let unwritten: EvidenceLine[] = [header]
  return {
    record: (line) => {
      lines.push(line)
      unwritten.push(line)
    },
    flush: async () => {
      const text = unwritten.map((line) => `${JSON.stringify(line)}\n`).join('')
      unwritten = []
      await folder.append(SAMPLES_FILE, text)
    },
    evidence: () => assembleEvidence(header, lines, plans),
  }
}

/** Sorts lines by their type. */
export function assembleEvidence(
  header: EvidenceHeader,
  lines: readonly EvidenceLine[],
  plans: readonly ArmPlans[],
): Evidence {
  const ofType = <T extends EvidenceLine['type']>(type: T): Extract<EvidenceLine, { type: T }>[] =>
    lines.filter((line): line is Extract<EvidenceLine, { type: T }> => line.type === type)
  const footer: EvidenceFooter | undefined = ofType('footer').at(-1)
  return {
    header,
    warmUps: ofType('warm-up'),
    floor: ofType('floor'),
    samples: ofType('sample'),
    footer: footer ?? null,
    plans,
  }
}
