// docs/verdicts.md: every statement that somebody published, from the runs in results/published, with the verdict of each run.
import type { Result } from '../model/result.js'
import { escapeCode, escapeText, fencedBlock } from './escape.js'
import { formatBytes, formatMs } from './format.js'
import { left, markdownTable } from './markdown/markdown-table.js'
import { publishedStatements, type PublishedStatement } from './published-statements.js'
import { verdictCounts, verdictText } from './verdict-words.js'

/** The same results, in whatever order, give the same bytes. */
export function renderVerdicts(results: readonly Result[]): string {
  const sorted = [...results].sort((one, other) => compare(orderOf(one), orderOf(other)))
  const names = [...new Set(sorted.map(({ scenario }) => scenario.name))]
  const scenarios = names.map((name) => scenarioPart(sorted.filter(({ scenario }) => scenario.name === name)))
  return `${[HEAD, ...scenarios].join('\n\n')}\n`
}

const HEAD = `<!-- Made by \`npm run verdicts\` from results/published. Do not edit. -->

# Verdicts

What five published migration reports say, word for word, and what came of it here. Queries and claims are judged by intervals, checks by
an SQL query, failures by the error PostgreSQL gives; see [reading a report](reading-a-report.md). The machine is named with each run: milliseconds are
that machine's. Where a run says void, the reason stands in its report.`

const orderOf = ({ scenario, server, dataset, run }: Result): string =>
  [scenario.name, server.kind, dataset.scale, run.id].join('\0')

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

function scenarioPart(results: readonly Result[]): string {
  const title = results[0]?.scenario.title ?? ''
  return [
    `## ${escapeText(results[0]?.scenario.name ?? '')}`,
    `${escapeText(title)}.`,
    ...results.map(runPart),
    statementTable(results),
  ].join('\n\n')
}

function runPart(result: Result): string {
  const { server, machine, dataset, run, scenario, noiseFloor } = result
  const { cpu, cores, memoryBytes, platform } = machine
  const counts = verdictCounts(publishedStatements(result))
  return [
    `**${runName(result)}**: PostgreSQL ${escapeText(server.version)} (${server.kind}), ${escapeText(cpu)}, ${cores} cores, ` +
      `${formatBytes(memoryBytes)}, ${escapeText(platform)}; seed ${dataset.seed}, ${run.rounds} rounds, ${run.finishedAt.slice(0, 10)}, ` +
      `scenario ${escapeCode(scenario.hash.slice(0, 12))}; \`SELECT 1\` takes ${formatMs(noiseFloor.clientFloorMs)}. ` +
      (counts === '' ? 'Nothing was published of it.' : `${counts}.`),
    fencedBlock('sh', run.command),
  ].join('\n\n')
}

const runName = ({ server, dataset }: Result): string => `${server.kind}, ${escapeText(dataset.scale)}`

/** One row for a statement, one column for a run. */
function statementTable(results: readonly Result[]): string {
  const runs = results.map((result) => ({ name: runName(result), statements: publishedStatements(result) }))
  const all = runs.flatMap(({ statements }) => statements)
  const distinct = all.filter((statement, at) => all.findIndex((other) => isSame(statement, other)) === at)
  if (distinct.length === 0) return ''
  const columns = [left('published'), left('judged by'), ...runs.map(({ name }) => left(name))]
  const rows = distinct.map((statement) => [
    `“${escapeText(statement.says)}”`,
    escapeText(statement.judgedBy),
    ...runs.map(({ statements }) => outcome(statements.find((other) => isSame(statement, other)))),
  ])
  return markdownTable(columns, rows)
}

const isSame = (one: PublishedStatement, other: PublishedStatement): boolean =>
  one.kind === other.kind && one.name === other.name

const outcome = (statement: PublishedStatement | undefined): string =>
  statement === undefined
    ? 'not in this run'
    : `**${escapeText(verdictText(statement))}**: ${escapeText(statement.measured)}`
