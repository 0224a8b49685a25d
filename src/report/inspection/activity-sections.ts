// What goes on: statements that take time, and connections.
import type { Inspection } from '../../model/inspection.js'
import { counted, formatCount, formatDuration, formatMs, formatPercent } from '../format.js'
import { shareText } from './cache-text.js'
import { code, number, section, type Section } from './section.js'

const LONGEST_STATEMENT = 120

export function statementSection({ statements, unseen }: Inspection): Section {
  const title = 'Slow statements'
  if (statements === null) {
    const isRefused = unseen.some(({ what }) => what === 'slow statements')
    return section(title, [
      isRefused ? 'Not seen: see above.' : 'The extension pg_stat_statements is not in this database.',
    ])
  }
  return section(
    title,
    statements.length === 0
      ? ['None is recorded.']
      : ['By total time, of those that read or write rows, with pg_stat_statements.'],
    [number('mean'), number('calls'), number('total'), number('cache hit'), code('statement')],
    statements.map(({ query, meanMs, calls, totalMs, cache }) => [
      formatMs(meanMs),
      formatCount(calls),
      formatDuration(totalMs),
      shareText(cache.share),
      shortStatement(query),
    ]),
  )
}

function shortStatement(query: string): string {
  const line = query.replace(/\s+/g, ' ').trim()
  return line.length > LONGEST_STATEMENT ? `${line.slice(0, LONGEST_STATEMENT)}…` : line
}

export function connectionSection({ connections }: Inspection): Section {
  if (connections === null) return section('Connections', ['Not seen: see above.'])
  const { used, max, reserved, inDatabase, byState, longestIdleInTransactionMs } = connections
  const lines = [
    `${formatCount(used)}/${formatCount(max)} used (${formatPercent(used / Math.max(1, max))}), ${formatCount(inDatabase)} of them in this database; ${formatCount(reserved)} are reserved. This one is among them.`,
    ...(longestIdleInTransactionMs === null
      ? []
      : [`The longest idle in its transaction: ${formatDuration(longestIdleInTransactionMs)}.`]),
  ]
  return section(
    'Connections',
    lines,
    [code('state'), number('connections')],
    Object.entries(byState)
      .sort(([, a], [, b]) => b - a)
      .map(([state, connected]) => [state, formatCount(connected)]),
  )
}

export function statisticsSection({ statistics, server, notes, unseen }: Inspection): Section {
  const { since, ageMs } = statistics
  return section('What the counts are worth', [
    since === null || ageMs === null
      ? `Statistics were never reset${server.startedAt === null ? '' : `; the server started at ${server.startedAt}`}.`
      : `Statistics since ${since} (${ageText(ageMs)}).`,
    ...notes,
    ...unseen.map(({ what, why }) => `Not seen by role ${server.role}: ${what}: ${why}.`),
  ])
}

const DAY_MS = 24 * 3_600_000

const ageText = (ms: number): string =>
  ms >= 2 * DAY_MS ? counted(Math.floor(ms / DAY_MS), 'day') : formatDuration(ms)
