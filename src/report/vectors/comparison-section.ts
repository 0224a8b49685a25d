// Both kinds at equal recall, and the exact scan, over the same queries in the same rounds.
import type { Contender, TargetComparison } from '../../model/vectors/sweep-result.js'
import { formatMs } from '../format.js'
import { left, markdownTable, right } from '../markdown/markdown-table.js'
import { ratioText, recallText } from './figures.js'
import { describeIndex, describeSearch } from './index-words.js'

export function comparisonSection(comparisons: readonly TargetComparison[]): string {
  const parts = comparisons.filter(({ contenders }) => contenders.length > 0).flatMap(partsOf)
  if (parts.length === 0) return ''
  const intro =
    'Settings were tuned on one set of queries until the lower bound of recall cleared the target; recall here is of the ' +
    'other set. The finalists took turns in every round. A ratio is the latency of the first ÷ the latency of the second.'
  return ['## Equal recall', intro, ...parts].join('\n\n')
}

function partsOf({ target, contenders, ratios }: TargetComparison): string[] {
  const rows = contenders.map((contender) => [
    describeIndex(contender.index),
    describeSearch(contender.index, contender.search),
    recallText(contender.recall),
    STATES[contender.state],
    formatMs(contender.medianMs),
    formatMs(contender.p95Ms),
  ])
  const columns = [
    left('index'),
    left('search'),
    left('recall'),
    left('target'),
    right('median'),
    right('p95'),
  ]
  const lines = ratios.map(
    (one) =>
      `- ${describeIndex(one.first)} ÷ ${describeIndex(one.second)}: **${ratioText(one)}**${one.faster === 'undecided' ? ', undecided' : ''}`,
  )
  return [
    `### Recall ≥ ${target}`,
    markdownTable(columns, rows),
    ...(lines.length === 0 ? [] : [lines.join('\n')]),
  ]
}

const STATES: Readonly<Record<Contender['state'], string>> = {
  proven: 'cleared',
  held: 'met, lower bound below',
  missed: 'missed on these queries',
}
