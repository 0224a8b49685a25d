// Evidence while it is gathered: in memory for the looks, and on disk after every round.
import type { Evidence, EvidenceFooter, EvidenceHeader, EvidenceLine } from '../../model/evidence.js'
import type { ArmPlans } from '../../model/plan.js'
import type { PriceEvidence } from '../../model/price.js'
import type { RunFolder } from './run-folder.js'

export const SAMPLES_FILE = 'samples.ndjson'

export interface EvidenceLog {
  /** Keeps a line; cheap enough for the measured loop. */
  record(line: EvidenceLine): void
  /** Brings what was recorded since to disk, and keeps it. */
  flush(): Promise<void>
  /** Forgets what was recorded since: half a round says nothing. */
  discard(): void
  /** What is known so far. */
  evidence(): Evidence
}

export function evidenceLog(
  header: EvidenceHeader,
  plans: readonly ArmPlans[],
  folder: RunFolder,
  earlier: readonly EvidenceLine[] = [],
): EvidenceLog {
  const lines: EvidenceLine[] = [...earlier]
  let unwritten: EvidenceLine[] = earlier.length === 0 ? [header] : []
  let kept = lines.length
  return {
    record: (line) => {
      lines.push(line)
      unwritten.push(line)
    },
    flush: async () => {
      const text = unwritten.map((line) => `${JSON.stringify(line)}\n`).join('')
      unwritten = []
      await folder.append(SAMPLES_FILE, text)
      kept = lines.length
    },
    discard: () => {
      lines.length = kept
      unwritten = []
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
    planKinds: ofType('plan-kinds'),
    rounds: ofType('round'),
    subsets: ofType('subset'),
    states: ofType('state'),
    resumed: ofType('resumed'),
    price: assemblePrice(lines),
    checks: ofType('check'),
    fails: ofType('fail'),
    stability: ofType('stability'),
    inspected: ofType('inspected'),
    footer: footer ?? null,
    plans,
  }
}

/** A price phase that was begun again begins with a plan of its own: only the last one counts. */
function assemblePrice(lines: readonly EvidenceLine[]): PriceEvidence | null {
  const begin = lines.findLastIndex(({ type }) => type === 'price')
  const [plan, ...rest] = begin < 0 ? [] : lines.slice(begin)
  if (plan?.type !== 'price') return null
  return {
    plan,
    visits: rest.filter((line) => line.type === 'write'),
    explained: rest.filter((line) => line.type === 'write-explained'),
    vacuums: rest.filter((line) => line.type === 'write-vacuum'),
    end: rest.find((line) => line.type === 'price-end') ?? null,
  }
}
