// Explained executions of writes, rolled back: time in the triggers of foreign keys, which EXPLAIN only tells with
// TIMING ON, and log bytes of the statement alone, where the position of the log is not ours to read.
import { z } from 'zod'
import { at } from '../../model/at.js'
import type { WriteExplained } from '../../model/price.js'
import { DatabaseError } from '../../postgres/database-error.js'
import { isServerTrouble } from '../../model/server-trouble.js'
import type { Row } from '../../postgres/session.js'
import type { MeasuredQuery } from '../measured-query.js'
import { visitArm } from '../arms.js'
import type { Copy } from './measured-write.js'
import { enterRole } from './write-visit.js'

export interface ExplainTarget {
  readonly of: WriteExplained['of']
  readonly query: MeasuredQuery
  /** Parameter rows, by index. */
  readonly rows: readonly number[]
}

/** Each row in every copy before the next. */
export async function explainWrites(
  targets: readonly ExplainTarget[],
  copies: readonly Copy[],
  asksWal: boolean,
  record: (line: WriteExplained) => void,
): Promise<void> {
  for (const copy of copies) await enterRole(copy, copy.owner)
  for (const { of, query, rows } of targets) {
    for (const row of rows) {
      for (const copy of copies) {
        const explained = await explainOnce(copy, query, row, asksWal)
        if (explained === null) continue
        record({ type: 'write-explained', of, name: query.name, copy: copy.name, row, ...explained })
      }
    }
  }
}

async function explainOnce(
  { session }: Copy,
  query: MeasuredQuery,
  row: number,
  asksWal: boolean,
): Promise<Pick<WriteExplained, 'walBytesPerRow' | 'triggers'> | null> {
  const parameters = at(query.rows, row)
  const command = `explain (analyze, ${asksWal ? 'wal, ' : ''}timing on, format json)`
  const [result] = await visitArm({ session, entry: '' }, query, parameters, () =>
    session.query(`${command} ${query.sql}`, parameters.values),
  ).catch(ignoreRefused)
  if (result === undefined) return null
  const [explained] = explainedSchema.parse(JSON.parse(result['QUERY PLAN'] ?? '[]'))
  if (explained === undefined) throw new Error(`EXPLAIN of "${query.name}" returned no plan`)
  const { Plan, Triggers = [] } = explained
  const rows = Plan.Plans?.[0]?.['Actual Rows'] ?? 1
  return {
    walBytesPerRow: Plan['WAL Bytes'] === undefined || rows === 0 ? null : Plan['WAL Bytes'] / rows,
    triggers: Triggers.map((trigger) => ({
      constraint: trigger['Constraint Name'] ?? trigger['Trigger Name'],
      calls: trigger.Calls,
      timeMs: trigger.Time,
    })),
  }
}

/** Other writes have changed the data since: a row that cannot be deleted any more tells nothing of triggers. */
function ignoreRefused(error: unknown): readonly Row[] {
  if (!(error instanceof DatabaseError) || isServerTrouble(error.code)) throw error
  return []
}

const explainedSchema = z.array(
  z.looseObject({
    Plan: z.looseObject({
      'WAL Bytes': z.number().optional(),
      Plans: z.array(z.looseObject({ 'Actual Rows': z.number().optional() })).optional(),
    }),
    Triggers: z
      .array(
        z.looseObject({
          'Trigger Name': z.string(),
          'Constraint Name': z.string().optional(),
          Time: z.number(),
          Calls: z.number(),
        }),
      )
      .optional(),
  }),
)
