// report.md: the verdict first, the evidence below, everything recomputable from result.json. It stays under 60 KB so
// that it fits a pull-request comment (GitHub's limit is 65,536 characters): what does not fit is named by its file.
import type { Result } from '../model/result.js'
import { escapeText } from './escape.js'
import { armSection } from './markdown/arm-section.js'
import { askedSection } from './markdown/asked-section.js'
import { attributionSection } from './markdown/attribution-section.js'
import { caveatBanner } from './markdown/caveat-banner.js'
import { checkSection } from './markdown/check-section.js'
import { claimSection } from './markdown/claim-section.js'
import { cohortSection } from './markdown/cohort-section.js'
import { comparisonTable } from './markdown/comparison-table.js'
import { dataSection } from './markdown/data-section.js'
import { decisionSection } from './markdown/decision-section.js'
import { environmentSection } from './markdown/environment-section.js'
import { inspectionSection } from './markdown/inspection-section.js'
import { latencySection } from './markdown/latency-section.js'
import { modesSection } from './markdown/modes-section.js'
import { planSection } from './markdown/plan-section.js'
import { priceSection } from './markdown/price-section.js'
import { publishedSection } from './markdown/published-section.js'
import { reasonSection } from './markdown/reason-section.js'
import { repeatSection } from './markdown/repeat-section.js'
import { statementSection } from './markdown/statement-section.js'
import { stateSection } from './markdown/state-section.js'
import { stabilitySection } from './markdown/stability-section.js'
import { warningSection } from './markdown/warning-section.js'
import { workSection } from './markdown/work-section.js'
import { renderVerdictLine } from './summary.js'

const LONGEST_BYTES = 60_000
/** A page that is too long for a comment without any plan is read as a file, and has room for plans. */
const PLAN_BYTES_PER_QUERY = 2_500

/** The report of a run. The same result gives the same bytes. */
export function renderMarkdown(result: Result): string {
  const above = [
    `# ${escapeText(result.scenario.title)}`,
    `**${escapeText(renderVerdictLine(result))}**`,
    caveatBanner(result),
    comparisonTable(result.queries),
    claimSection(result.claims),
    publishedSection(result),
    askedSection(result),
    reasonSection(result.queries),
    statementSection(result),
    priceSection(result),
    attributionSection(result),
    cohortSection(result.queries),
    modesSection(result.comparisons),
  ]
  const below = [
    latencySection(result.queries),
    workSection(result.queries),
    stabilitySection(result.stability),
    checkSection(result.queries),
    decisionSection(result),
    armSection(result),
    stateSection(result.state),
    dataSection(result.dataset),
    inspectionSection(result.inspections),
    environmentSection(result),
    repeatSection(result),
    warningSection(result.warnings),
  ]
  const left = LONGEST_BYTES - Buffer.byteLength(joined([...above, ...below]))
  const plans = planSection(result.queries, left > 0 ? left : PLAN_BYTES_PER_QUERY * result.queries.length)
  return `${joined([...above, plans, ...below])}\n`
}

const joined = (sections: readonly string[]): string =>
  sections.filter((section) => section !== '').join('\n\n')
