// What the queries ran on: enough to make the same rows again and to see that they are the same.
import type { DatasetFacts } from '../../model/facts.js'
import { escapeCode, escapeText } from '../escape.js'
import { counted, formatCount, formatDuration } from '../format.js'
import { left, markdownTable, right } from './markdown-table.js'

export function dataSection(dataset: DatasetFacts): string {
  const lines = [
    `Dataset ${escapeCode(dataset.name)} at scale ${escapeCode(dataset.scale)}, seed ${dataset.seed}, generator version ${dataset.generatorVersion}, seeded in ${formatDuration(dataset.seedMs)}${dataset.reused ? ' by an earlier run and reused' : ''}.`,
    `Checksum of the rows (SHA-256): ${escapeCode(dataset.checksum)}.`,
    `Randomness: ${escapeText(dataset.randomAlgorithm)}.`,
    ...dataset.cohorts.map(cohortLine),
    ...Object.entries(dataset.facts).map(([name, fact]) => `${escapeText(name)}: ${factText(fact)}`),
  ]
  const rows = Object.entries(dataset.rows).map(([table, count]) => [escapeCode(table), formatCount(count)])
  return [
    '## Data',
    lines.map((line) => `- ${line}`).join('\n'),
    rows.length === 0 ? '' : markdownTable([left('table'), right('rows')], rows),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

const factText = (fact: string | number): string =>
  typeof fact === 'number' ? formatCount(fact) : escapeText(fact)

function cohortLine({ cohort, tenants }: DatasetFacts['cohorts'][number]): string {
  const sizes = tenants.map(({ rows }) => rows)
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)]
  const range = least === most ? formatCount(most) : `${formatCount(least)} to ${formatCount(most)}`
  const of = sizes.length === 0 ? '' : ` of ${range} rows`
  return `Cohort ${escapeText(cohort)}: ${counted(tenants.length, 'tenant')}${of}.`
}
