// The rules of thumb for the number of lists, judged.
import type { ListsRule } from '../../model/vectors/sweep-result.js'
import { formatCount, formatMs, formatRatio } from '../format.js'
import { left, markdownTable, right } from '../markdown/markdown-table.js'

const COLUMNS = [
  left('rule'),
  right('lists'),
  right('target'),
  left('verdict'),
  right('probes'),
  right('median'),
  left('best tried'),
]

export function ruleSection(rules: readonly ListsRule[]): string {
  if (rules.every(({ state }) => state === 'not measured')) return ''
  const note =
    'The table is of the tuning queries, not in turns: under 10 % counts as equal. Verdicts are by the rounds where a rule took part in them.'
  return ['## Rules for lists', markdownTable(COLUMNS, rules.map(rowOf)), note].join('\n\n')
}

const rowOf = ({
  rule,
  lists,
  target,
  state,
  probes,
  medianMs,
  best,
  againstChosen,
}: ListsRule): string[] => [
  rule,
  formatCount(lists),
  String(target),
  state === 'slower' && best !== null && medianMs !== null
    ? `slower: ${formatRatio(againstChosen?.ratio?.estimate ?? medianMs / best.medianMs)} the time of the best`
    : state,
  formatCount(probes),
  formatMs(medianMs),
  best === null ? '–' : `lists ${best.lists}, probes ${best.probes}: ${formatMs(best.medianMs)}`,
]
