// The points of the chart as a table: those that nothing beats, and what is void.
import type { SweptPoint } from '../../model/vectors/sweep-result.js'
import { escapeCode, escapeText } from '../escape.js'
import { counted, formatCount, formatMs, formatPercent } from '../format.js'
import { left, markdownTable, right } from '../markdown/markdown-table.js'
import { recallText } from './figures.js'
import { describeIndex, describeSearch } from './index-words.js'

const COLUMNS = [
  left('index'),
  left('search'),
  left('queries'),
  left('recall'),
  right('median'),
  right('p95'),
  right('short answers'),
  right('rows scanned'),
  right('blocks'),
  left('plan'),
  left('left alone'),
]

/** More is in sweep.json. */
const MOST_VOID = 20

export function pointSection(points: readonly SweptPoint[], chart: string): string {
  const shown = points
    .filter(
      ({ queries, front, voidBecause }) =>
        voidBecause === null && (queries === 'reporting' || front.p95 || front.median),
    )
    .toSorted((a, b) => (b.recall?.mean ?? 0) - (a.recall?.mean ?? 0))
  const all = `${counted(points.length, 'point')} measured; here are the finalists and what nothing beats in recall and time. All are in sweep.json.`
  return [
    '## Recall and latency',
    `![Recall against p95 latency](${chart})`,
    all,
    ...(shown.length === 0 ? [] : [markdownTable(COLUMNS, shown.map(rowOf))]),
    ...voidPart(points.filter(({ voidBecause }) => voidBecause !== null)),
  ].join('\n\n')
}

const rowOf = (point: SweptPoint): string[] => [
  `${describeIndex(point.index)}${point.front.p95 ? ' **·**' : ''}`,
  describeSearch(point.index, point.search),
  point.queries,
  recallText(point.recall),
  formatMs(point.medianMs),
  formatMs(point.p95Ms),
  formatPercent(point.shortShare),
  formatCount(point.forced.rowsScanned ?? null),
  formatCount(point.forced.sharedBlocks),
  planText(point.forced),
  planText(point.natural),
]

const planText = ({ node, index }: SweptPoint['forced']): string =>
  index === null ? escapeText(node) : escapeCode(index)

function voidPart(points: readonly SweptPoint[]): string[] {
  if (points.length === 0) return []
  const lines = points
    .slice(0, MOST_VOID)
    .map(
      ({ index, search, voidBecause }) =>
        `- ${describeIndex(index)}, ${describeSearch(index, search)}: ${escapeText(voidBecause ?? '')}`,
    )
  const rest = points.length - lines.length
  return [
    `${counted(points.length, 'point is', 'points are')} void and count for nothing:`,
    [...lines, ...(rest > 0 ? [`- ${formatCount(rest)} more in sweep.json`] : [])].join('\n'),
  ]
}
