// sweep.md: the answer first, the evidence below, everything recomputable from sweep.json.
import type { SweepResult } from '../../model/vectors/sweep-result.js'
import { escapeText } from '../escape.js'
import { formatCount } from '../format.js'
import { adviceSection } from './advice-section.js'
import { buildSection } from './build-section.js'
import { comparisonSection } from './comparison-section.js'
import { filterSection } from './filter-section.js'
import { leftOutSection } from './left-out-section.js'
import { lifeSection } from './life-section.js'
import { plannerSection } from './planner-section.js'
import { pointSection } from './point-section.js'
import { preflightSection } from './preflight-section.js'
import { ruleSection } from './rule-section.js'
import { chooseAdvice } from './sweep-migration.js'
import { surroundingsSection } from './surroundings-section.js'
import { vectorSection } from './vector-section.js'

/** Names of the files beside it. */
export interface SweepFiles {
  readonly chart: string
  readonly migration: string
}

/** The same result gives the same bytes. */
export function renderSweepMarkdown(result: SweepResult, { chart, migration }: SweepFiles): string {
  const { evidence } = result
  const { rows, dimensions, name } = evidence.vectors
  const sections = [
    `# IVFFlat or HNSW: ${escapeText(name)}, ${formatCount(rows)} × ${formatCount(dimensions)}`,
    caveats(result),
    adviceSection(result),
    migrationLine(result, migration),
    comparisonSection(result.comparisons),
    pointSection(result.points, chart),
    filterSection(result),
    lifeSection(result),
    leftOutSection(evidence.leftOut),
    ruleSection(result.rules),
    plannerSection(evidence.plannerSwitches),
    buildSection(result),
    preflightSection(evidence.preflight),
    vectorSection(evidence),
    surroundingsSection(evidence),
  ]
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`
}

const migrationLine = ({ advice }: SweepResult, file: string): string =>
  chooseAdvice(advice) === null
    ? `There is nothing to migrate: [${file}](${file}) says why.`
    : `The chosen index as a migration to review: [${file}](${file}).`

function caveats({ evidence }: SweepResult): string {
  const lines = evidence.server.caveats.map((caveat) => `> - ${escapeText(caveat)}`)
  return lines.length === 0 ? '' : ['> [!IMPORTANT]', ...lines].join('\n')
}
