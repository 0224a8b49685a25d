// Table reports, the main one. It belongs to nobody: neither a user nor an organization is a column of it.
import type { TableData } from '../../src/model/dataset.js'
import { aliasSampler } from '../lib/alias-sampler.js'
import { nullable, numeric, pooled, text, timestamptz, uuid } from '../lib/columns.js'
import { defineTable } from '../lib/define-table.js'
import { pick } from '../lib/pick.js'
import { DAY_MS, PERIOD } from './period.js'
import { reportId, type ReportCatalogPlan } from './plan.js'
import { DAMAGE_TYPES, DAMAGE_WEIGHTS, INSURERS, reportTexts, STATE_WEIGHTS, STATES } from './texts.js'

const DELETED = 0.03

export function reportsTable({ seed, counts, clockOf }: ReportCatalogPlan): TableData {
  const clock = clockOf(counts.reports)
  const texts = reportTexts(seed)
  const [drawDamage, drawState] = [aliasSampler(DAMAGE_WEIGHTS), aliasSampler(STATE_WEIGHTS)]
  return defineTable(seed, 'report-catalog', {
    table: 'reports',
    rows: counts.reports,
    columns: {
      report_id: uuid(reportId),
      created_at: timestamptz((row) => clock.timeOf(row)),
      updated_at: timestamptz((row) => Math.min(PERIOD.end, clock.timeOf(row) + DAY_MS)),
      property_address: text(
        (_, random) => `${pick(texts.streets, random)}, ${pick(STATES, random)} ${2000 + random.below(5000)}`,
      ),
      damage_type: pooled('text', DAMAGE_TYPES, (_, random) => drawDamage(random)),
      damage_description: pooled('text', texts.descriptions),
      state: pooled('text', STATES, (_, random) => drawState(random)),
      summary: pooled('text', texts.summaries),
      scope_of_work: pooled('jsonb', texts.scopes),
      itemized_estimate: pooled('jsonb', texts.estimates),
      // Most losses are small: the square of a uniform, in cents.
      total_cost: numeric(2, (_, random) => 25_000 + Math.floor(12_000_000 * random.next() * random.next())),
      compliance_notes: pooled('jsonb', texts.notes),
      authority_to_proceed: pooled('text', [
        'I authorise the works described above to proceed.',
        'Verbal authority given, signature to follow.',
        'Subject to the approval of the insurer.',
      ]),
      client_name: nullable(0.1, pooled('text', texts.people)),
      insurance_company: nullable(0.25, pooled('text', INSURERS)),
      claim_number: nullable(
        0.3,
        text((row) => `CLM-${String(1_000_000 + row)}`),
      ),
      generated_by: pooled('text', ['RestoreAssist AI']),
      model: pooled('text', ['model-3', 'model-3', 'model-4']),
      deleted_at: nullable(
        1 - DELETED,
        timestamptz((row) => Math.min(PERIOD.end, clock.timeOf(row) + 9 * DAY_MS)),
      ),
    },
  })
}
