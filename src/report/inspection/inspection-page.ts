// An inspection as a person reads it: what was found first, the tables below.
import type { Inspection } from '../../model/inspection.js'
import { connectionSection, statementSection, statisticsSection } from './activity-sections.js'
import { findingSection } from './finding-section.js'
import {
  cacheSection,
  foreignKeySection,
  overlapSection,
  tableShareSection,
  unusedSection,
  usageSection,
} from './index-sections.js'
import type { Section } from './section.js'
import { renderSectionsMarkdown } from './section-markdown.js'
import { renderSectionsText } from './section-text.js'
import { autovacuumSection, sequentialSection, sizeSection, vacuumSection } from './table-sections.js'

export const renderInspectionText = (inspection: Inspection, options: { readonly colour: boolean }): string =>
  renderSectionsText(titleOf(inspection), sectionsOf(inspection), options)

export const renderInspectionMarkdown = (inspection: Inspection): string =>
  renderSectionsMarkdown(titleOf(inspection), sectionsOf(inspection))

const titleOf = ({ server, at }: Inspection): string =>
  `Database ${server.database}, PostgreSQL ${server.version}, as ${server.role}, at ${at}`

const sectionsOf = (inspection: Inspection): Section[] =>
  [
    findingSection,
    statisticsSection,
    usageSection,
    unusedSection,
    tableShareSection,
    overlapSection,
    foreignKeySection,
    sizeSection,
    cacheSection,
    vacuumSection,
    autovacuumSection,
    sequentialSection,
    statementSection,
    connectionSection,
  ].map((render) => render(inspection))
