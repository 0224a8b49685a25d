// What the server itself says that an execution took: no client, no protocol, no planning.
import { z } from 'zod'
import { quoteLiteral } from '../../../src/postgres/identifiers.js'
import type { BenchServer } from '../../bench-server/bench-server.js'
import { SETTINGS_SCRIPT } from '../lookup.js'
import type { Way } from './way.js'

const explained = z.tuple([z.object({ 'Execution Time': z.number() })])
/** Each costs a plan in JSON. */
const MOST_EXECUTIONS = 300

export const serverAlone = ({ session }: BenchServer): Way => ({
  name: 'the server alone (EXPLAIN ANALYZE, TIMING OFF)',
  execute: async ({ sql, parameter, executions }) => {
    await session.script(`${SETTINGS_SCRIPT}; prepare lookup as ${sql}`)
    const durations: number[] = []
    while (durations.length < Math.min(executions, MOST_EXECUTIONS)) {
      const [row] = await session.query(
        `explain (analyze, timing off, format json) execute lookup(${quoteLiteral(parameter)})`,
      )
      const [plan] = explained.parse(JSON.parse(row?.['QUERY PLAN'] ?? ''))
      durations.push(plan['Execution Time'] * 1000)
    }
    await session.script('deallocate lookup')
    return durations
  },
})
