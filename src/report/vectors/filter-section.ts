// Searches under a filter: what the planner chooses, what the others would give, and where its choice does harm.
import type { FilterSummary, SweepResult } from '../../model/vectors/sweep-result.js'
import { escapeCode, escapeText } from '../escape.js'
import { counted, formatMs, formatPercent } from '../format.js'
import { left, markdownTable, right } from '../markdown/markdown-table.js'
import { recallText } from './figures.js'
import { describeSearch } from './index-words.js'

const COLUMNS = [
  left('filter'),
  right('keeps'),
  left('rows lie'),
  left('strategy'),
  left('plans'),
  left('search'),
  left('recall'),
  right('rows returned'),
  right('median'),
  left('plan'),
]

export function filterSection({ filters, harms }: Pick<SweepResult, 'filters' | 'harms'>): string {
  if (filters.length === 0) return ''
  const found = harms.map(({ text }) => `- **Harm**: ${escapeText(text)}`)
  return [
    '## Filters',
    found.length === 0 ? 'No plan was found that loses recall and saves nothing.' : found.join('\n'),
    markdownTable(COLUMNS, filters.map(rowOf)),
  ].join('\n\n')
}

const rowOf = (filter: FilterSummary): string[] => [
  `${escapeText(filter.filter.name)} (${filter.filter.by})`,
  `${formatPercent(filter.filter.selectivity)}, ${counted(filter.filter.matching, 'row')}`,
  filter.filter.correlation === 'none' ? 'anywhere' : filter.filter.correlation,
  filter.strategy,
  filter.planMode,
  describeSearch(filter.index, filter.search),
  filter.voidBecause === null ? recallText(filter.recall) : `void: ${escapeText(filter.voidBecause)}`,
  formatPercent(filter.returnedShare),
  formatMs(filter.medianMs),
  filter.plan.index === null ? escapeText(filter.plan.node) : escapeCode(filter.plan.index),
]
