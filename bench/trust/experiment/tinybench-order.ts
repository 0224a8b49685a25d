// tinybench as it comes: every task whole, in the order they were added, its own warm-up, its own statistics.
import { Bench } from 'tinybench'
import { at } from '../../../src/model/at.js'
import type { Arm } from '../../../src/measure/arms.js'
import type { Difference } from '../naive/difference.js'
import { welchOfMoments, type Moments } from '../naive/welch.js'
import type { ReportQuery } from '../report/report-query.js'

/** Shorter than its second, so that more queries fit; its least number of iterations, 64, is as it comes. */
const TIMES = { time: 300, warmupTime: 100 }

/** What Welch's t test says of the means and deviations that tinybench reports, by query. */
export async function tinybenchOrder(
  queries: readonly ReportQuery[],
): Promise<ReadonlyMap<string, Difference>> {
  const bench = new Bench({ ...TIMES, throws: true })
  for (const query of queries) {
    await addTask(bench, query, 'before')
    await addTask(bench, query, 'after')
  }
  await bench.run()
  const moments = (name: string): Moments => {
    const result = bench.getTask(name)?.result
    if (result?.state !== 'completed') throw new Error(`tinybench did not complete ${name}`)
    return { mean: result.latency.mean, variance: result.latency.variance, n: result.latency.samplesCount }
  }
  return new Map(
    queries.map(({ measured: { name } }) => [
      name,
      welchOfMoments(moments(`${name} before`), moments(`${name} after`)),
    ]),
  )
}

async function addTask(
  bench: Bench,
  { measured, arms }: ReportQuery,
  arm: 'before' | 'after',
): Promise<void> {
  const { session, entry }: Arm = arms[arm]
  const statement = (await session.prepare(measured.sql)).bind(at(measured.rows, 0).values)
  bench.add(
    `${measured.name} ${arm}`,
    async () => {
      await statement.run()
    },
    {
      beforeAll: () => session.script(['begin', ...(entry === '' ? [] : [entry])].join('; ')),
      afterAll: () => session.script('rollback'),
    },
  )
}
