// Were the plans the luck of one sample of the rows? What the planner chose after fresh ones.
import type { StabilityResult, UnstablePlan } from '../../model/forensics.js'
import { escapeCode, escapeText, fencedBlock } from '../escape.js'
import { counted } from '../format.js'

/** Plans shown in full; the others are in result.json. */
const SHOWN = 5

export function stabilitySection(stability: StabilityResult | null): string {
  if (stability === null) return ''
  const { analyses, plans, unstable } = stability
  const intro =
    `After measuring, ${counted(plans, 'plan')} of both arms were made again after each of ` +
    `${counted(analyses, 'fresh ANALYZE', 'fresh ANALYZEs')}, whose statistics were then taken back. `
  const outcome =
    unstable.length === 0
      ? 'All of them were the same again.'
      : `${counted(unstable.length, 'plan')} changed: the latency above belongs to one of two plans that cost nearly the same.`
  const small =
    'ANALYZE reads a table of up to 30,000 rows whole (at the default statistics target): there its statistics are always the same.'
  const shown = unstable.slice(0, SHOWN).map((plan) => unstablePlan(plan, analyses))
  const rest = unstable.length > SHOWN ? `The other ${unstable.length - SHOWN} are in \`result.json\`.` : ''
  return ['## Stability of the plans', `${intro}${outcome} ${small}`, ...shown, rest]
    .filter((part) => part !== '')
    .join('\n\n')
}

function unstablePlan(
  { query, arm, cohort, flips, measured, others }: UnstablePlan,
  analyses: number,
): string {
  const other = others[0] ?? []
  return [
    `<details><summary>${flips} of ${analyses}, arm ${arm}</summary>`,
    `${escapeCode(query)}, ${escapeText(cohort)}. Measured:`,
    fencedBlock('text', measured.join('\n')),
    'Chosen instead:',
    fencedBlock('text', other.join('\n')),
    '</details>',
  ].join('\n\n')
}
