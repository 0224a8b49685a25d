import { describe, expect, it } from 'vitest'
import { judgeInspection } from '../../../../src/analyse/inspection/judge-inspection.js'
import {
  renderInspectionMarkdown,
  renderInspectionText,
} from '../../../../src/report/inspection/inspection-page.js'
import { indexUsage, inspectionFacts, tableFacts } from '../../../support/inspection.js'
import { HOSTILE_NAME } from '../../../support/result.js'

const inspection = judgeInspection(
  inspectionFacts({
    tables: [tableFacts({ table: HOSTILE_NAME, indexScans: 9765, sequentialScans: 235 })],
    indexes: [
      indexUsage('used', ['a'], {}, { scans: 5569 }),
      ...Array.from({ length: 400 }, (_, i) => indexUsage(`idle_${i}`, [`c${i}`])),
    ],
    foreignKeys: [
      {
        constraint: 'fk',
        table: 'public."Message"',
        references: 'public.a',
        columns: ['"aId"'],
        indexes: [],
      },
    ],
    unseen: [{ what: 'bloat by pgstattuple', why: 'not a member of pg_stat_scan_tables' }],
  }),
  '0.1.0',
)

describe('an inspection', () => {
  it('is told in text with its key numbers, what was not seen, and how much is cut off', () => {
    const text = renderInspectionText(inspection, { colour: false })
    expect(text).toContain('401 indexes, 1 used (0.249 %) since 2025-10-01')
    expect(text).toContain('Statistics since 2025-10-01T00:00:00.000Z (40 days)')
    expect(text).toContain('97.65 %')
    expect(text).toContain('Coverage 0/1 (0 %)')
    expect(text).toContain('Not seen by role monitor: bloat by pgstattuple')
    expect(text).toMatch(/Unused indexes\n.*\n.*\n +public\.idle_0 .*\n(.*\n){29}.* and 370 more/)
    expect(text).toContain('and 395 more')
    expect(text).not.toContain('\u001B')
  })

  it('lets no name break out of markdown', () => {
    const markdown = renderInspectionMarkdown(inspection)
    expect(markdown).toContain('# Database app')
    expect(markdown).not.toContain('<script>')
    const widths = markdown
      .split('\n\n')
      .filter((part) => part.startsWith('|'))
      .map((part) => new Set(part.split('\n').map((line) => line.split('|').length)).size)
    expect(widths.every((different) => different === 1)).toBe(true)
  })
})
