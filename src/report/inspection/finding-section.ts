// What was found, by kind: of many alike the first few by name.
import type { FindingKind, Inspection, InspectionFinding } from '../../model/inspection.js'
import { formatBytes, formatCount, NOT_MEASURED } from '../format.js'
import { number, prose, section, type Section } from './section.js'

const SHOWN = 5
const LONGEST_SUBJECT = 100

export function findingSection({ findings, statistics }: Inspection): Section {
  const lines = findings.length === 0 ? ['Nothing.'] : []
  const caution =
    statistics.counting && findings.some(({ kind }) => kind === 'unused index')
      ? ['Unused means: not scanned since the statistics began. See what they are worth below.']
      : []
  const rows = groups(findings).map(([kind, group]) => {
    const bytes = group.map(({ sizeBytes }) => sizeBytes).filter((size) => size !== null)
    const size = bytes.length === 0 ? NOT_MEASURED : formatBytes(bytes.reduce((sum, each) => sum + each, 0))
    return [kind, formatCount(group.length), size, examples(group)]
  })
  return section(
    'Findings',
    [...lines, ...caution],
    [prose('what'), number('count'), number('size'), prose('where')],
    rows,
  )
}

function groups(findings: readonly InspectionFinding[]): [FindingKind, InspectionFinding[]][] {
  const byKind = new Map<FindingKind, InspectionFinding[]>()
  for (const finding of findings) byKind.set(finding.kind, [...(byKind.get(finding.kind) ?? []), finding])
  return [...byKind]
}

function examples(group: readonly InspectionFinding[]): string {
  const details = new Set(group.map(({ detail }) => detail))
  const shown = group.slice(0, SHOWN).map(({ subject, detail }) => {
    const name = subject.length > LONGEST_SUBJECT ? `${subject.slice(0, LONGEST_SUBJECT)}…` : subject
    return details.size === 1 && group.length > 1 ? name : `${name}: ${detail}`
  })
  const more = group.length > SHOWN ? `; and ${formatCount(group.length - SHOWN)} more` : ''
  return `${shown.join('; ')}${more}`
}
