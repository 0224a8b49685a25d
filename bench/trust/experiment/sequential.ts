// The design that nearly everybody uses: the whole suite before the migration, then the whole suite after it.
import { visitArm } from '../../../src/measure/arms.js'
import { at } from '../../../src/model/at.js'
import type { ReportQuery } from '../report/report-query.js'

export interface Latencies {
  readonly before: readonly number[]
  readonly after: readonly number[]
}

const WARM_UP = 10

/** Nanoseconds by query. */
export async function sequentialBlocks(
  queries: readonly ReportQuery[],
  executions: number,
): Promise<ReadonlyMap<string, Latencies>> {
  const before = await suite(queries, 'before', executions)
  const after = await suite(queries, 'after', executions)
  return new Map(
    queries.map(({ measured }, position) => [
      measured.name,
      { before: at(before, position), after: at(after, position) },
    ]),
  )
}

async function suite(
  queries: readonly ReportQuery[],
  arm: 'before' | 'after',
  executions: number,
): Promise<readonly (readonly number[])[]> {
  const all: number[][] = []
  for (const { measured, arms } of queries) {
    const row = at(measured.rows, 0)
    const statement = await arms[arm].session.prepare(measured.sql)
    const bound = statement.bind(row.values)
    const durations = await visitArm(arms[arm], measured, row, async () => {
      for (let i = 0; i < WARM_UP; i++) await bound.run()
      const taken: number[] = []
      while (taken.length < executions) taken.push((await bound.run()).durationNs)
      return taken
    })
    await statement.close()
    all.push(durations)
  }
  return all
}
