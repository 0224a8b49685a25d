// Why latency changed: the plans of each query, before and after, folded away.
import type { DiffLine } from '../../model/forensics.js'
import type { PlanDifference, PlanKindCounts, QueryResult } from '../../model/result.js'
import { escapeCode, escapeHtml, escapeText, fencedBlock } from '../escape.js'
import { formatCount } from '../format.js'
import { left, markdownTable, right } from './markdown-table.js'

const LONGEST_SQL = 3000
const HEADING = '## Plans'

/** The plans of as many queries as fit into `roomBytes`; of the others the files are named. */
export function planSection(queries: readonly QueryResult[], roomBytes: number): string {
  if (queries.length === 0) return ''
  let room = roomBytes - HEADING.length - queries.reduce((sum, query) => sum + bytes(planFiles(query)), 0)
  const entries = queries.map((query) => {
    const details = planDetails(query)
    if (bytes(details) > room) return planFiles(query)
    room -= bytes(details)
    return details
  })
  return [HEADING, ...entries].join('\n\n')
}

const bytes = (text: string): number => Buffer.byteLength(text) + 2

const planFiles = ({ name, plans }: QueryResult): string =>
  `${escapeCode(name)}: too long for this page, see ${escapeCode(plans.before)} and ${escapeCode(plans.after)}.`

function planDetails(query: QueryResult): string {
  const differences = query.planDifferences
  const changed = differences.some((difference) => difference.changed) ? 'the plan changes' : 'the same plan'
  return [
    `<details><summary>${escapeHtml(query.name)}: ${differences.length === 0 ? 'no plan' : changed}</summary>`,
    fencedBlock('sql', shortened(query.sql)),
    roleLine(query),
    ...groupByTrees(differences).map(renderTrees),
    findingLines(query),
    estimateLines(differences),
    differences.length === 0 ? '' : markdownTable(COLUMNS, differences.flatMap(workRows)),
    '</details>',
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

const shortened = (sql: string): string =>
  sql.length > LONGEST_SQL ? `${sql.slice(0, LONGEST_SQL)}\n-- … shortened` : sql.trim()

function roleLine({ role, settings, planKinds }: QueryResult): string {
  const changed = Object.entries(settings).map(([name, value]) => escapeCode(`${name} = ${value}`))
  const line = `Runs as ${escapeCode(role)}${changed.length === 0 ? '' : ` with ${changed.join(', ')}`}.`
  if (planKinds === null) return line
  const ran = ({ custom, generic }: PlanKindCounts['before']): string =>
    `${formatCount(custom)} custom and ${formatCount(generic)} generic`
  return `${line} Plans that ran: ${ran(planKinds.before)} before, ${ran(planKinds.after)} after.`
}

/** Cohorts that share both trees are shown once. */
function groupByTrees(differences: readonly PlanDifference[]): PlanDifference[][] {
  const groups = new Map<string, PlanDifference[]>()
  for (const difference of differences) {
    const key = JSON.stringify([difference.before.tree, difference.after.tree])
    groups.set(key, [...(groups.get(key) ?? []), difference])
  }
  return [...groups.values()]
}

function renderTrees(group: readonly PlanDifference[]): string {
  const [first] = group
  if (first === undefined) return ''
  const cohorts = group.map(({ cohort }) => escapeText(cohort)).join(', ')
  if (!first.changed)
    return `${cohorts}, in both arms:\n\n${fencedBlock('text', first.before.tree.join('\n'))}`
  return `${cohorts}, before (-) and after (+):\n\n${fencedBlock('diff', first.diff.flatMap(markedLines).join('\n'))}`
}

const markedLines = ({ mark, before, after }: DiffLine): string[] => {
  if (mark === 'kept') return [`  ${after ?? ''}`]
  return [...(before === null ? [] : [`- ${before}`]), ...(after === null ? [] : [`+ ${after}`])]
}

/** What changed where the query is slower; nothing where it is not. */
const findingLines = ({ findings }: QueryResult): string =>
  findings.map(({ cohorts, text }) => `- ${escapeText(`${cohorts.join(', ')}: ${text}`)}`).join('\n')

const SHOWN_ESTIMATES = 3

/** The nodes whose estimates were farthest off, each once for all cohorts. */
function estimateLines(differences: readonly PlanDifference[]): string {
  const all = differences.flatMap(({ cohort, before, after }) => [
    ...before.misestimates.map((one) => ({ arm: 'before', cohort, ...one })),
    ...after.misestimates.map((one) => ({ arm: 'after', cohort, ...one })),
  ])
  if (all.length === 0) return ''
  const worstFirst = all.sort((a, b) => b.factor - a.factor)
  const first = worstFirst.filter(
    ({ node, arm }, i) => worstFirst.findIndex((other) => other.node === node && other.arm === arm) === i,
  )
  const lines = first
    .slice(0, SHOWN_ESTIMATES)
    .map(
      ({ arm, cohort, node, estimated, actual }) =>
        `- ${arm}, ${escapeText(cohort)}: ${escapeCode(node)}, ${formatCount(estimated)} estimated, ${formatCount(actual)} met`,
    )
  return `Row estimates off by ten times or more:\n\n${lines.join('\n')}`
}

const COLUMNS = [
  left('cohort'),
  left('arm'),
  right('rows estimated'),
  right('rows actual'),
  right('blocks'),
  right('rows removed'),
  right('heap fetches'),
]

const workRows = (difference: PlanDifference): string[][] =>
  (['before', 'after'] as const).map((arm) => {
    const plan = difference[arm]
    const counts = [plan.rowsEstimated, plan.rowsActual, plan.blocks, plan.rowsRemoved, plan.heapFetches]
    return [escapeText(difference.cohort), arm, ...counts.map(formatCount)]
  })
