// Which indexes earn their keep: each left out by itself, those that others can stand for, and the fewest that do the work.
import type { AttributedIndex, Attribution, Overlap, Subset } from '../../model/attribution.js'
import type { Result } from '../../model/result.js'
import { formatRetained, INDEX_VERDICTS, indexCounts } from '../attribution-line.js'
import { escapeCode, escapeText } from '../escape.js'
import { counted, formatBytes, formatCount, formatMs, formatSpeedup, NOT_MEASURED } from '../format.js'
import { left, markdownTable, right } from './markdown-table.js'

const HEADING = '## Which indexes earn their keep'

/** More would not fit a page; result.json has all. */
const MOST_INDEXES = 60
const MOST_QUERIES = 4
const MOST_OVERLAPS = 20

export function attributionSection({ attribution, migration }: Result): string {
  if (attribution === null || attribution.indexes.length === 0) return ''
  const ordered = [...attribution.indexes].sort((a, b) => rankOf(a) - rankOf(b))
  const shown = ordered.slice(0, MOST_INDEXES)
  const more = ordered.slice(MOST_INDEXES)
  return [
    HEADING,
    `Each index was left out by itself, in transactions that are rolled back: ${indexCounts(attribution.indexes)}. The effect is without ÷ with, on the query that it helps most, or harms.`,
    markdownTable(
      COLUMNS,
      shown.map((index) => indexRow(index, migration)),
    ),
    more.length === 0 ? '' : `And ${indexCounts(more)}, in result.json.`,
    overlapList(attribution),
    subsetText(attribution),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

const rankOf = ({ verdict }: AttributedIndex): number => INDEX_VERDICTS.indexOf(verdict)

const COLUMNS = [
  left('index'),
  right('size'),
  right('build time'),
  left('verdict'),
  right('effect'),
  left('used by'),
  left('why'),
]

function indexRow(index: AttributedIndex, { indexes }: Result['migration']): string[] {
  const built = indexes.find(({ schema, name }) => `${schema}.${name}` === index.index)
  return [
    escapeCode(shortName(index.index)),
    built === undefined ? NOT_MEASURED : formatBytes(built.sizeBytes),
    formatMs(built?.buildMs ?? null),
    verdictText(index),
    formatSpeedup(tellingEffect(index)?.speedup ?? null),
    usersOf(index),
    escapeText(index.reason),
  ]
}

function verdictText({
  verdict,
  redundantWith,
  duplicateOf,
  prefixOf,
  enforcesUniqueness,
}: AttributedIndex): string {
  const withOthers = redundantWith.length === 0 ? '' : ` with ${redundantWith.map(codeOf).join(', ')}`
  return [
    `**${verdict}**${withOthers}`,
    duplicateOf === null ? '' : `duplicate of ${codeOf(duplicateOf)}`,
    prefixOf === null ? '' : `prefix of ${codeOf(prefixOf)}`,
    enforcesUniqueness ? 'also enforces uniqueness' : '',
  ]
    .filter((part) => part !== '')
    .join('; ')
}

/** Effects are in order: the last is the worst of a harmful index, the first the best of any other. */
const tellingEffect = ({
  verdict,
  effects,
}: AttributedIndex): AttributedIndex['effects'][number] | undefined =>
  verdict === 'harmful' ? effects.at(-1) : effects[0]

function usersOf({ effects }: AttributedIndex): string {
  const names = effects.map(({ query, via }) => `${escapeCode(query)}${via === 'plan' ? '' : ` (${via})`}`)
  const more = names.length - MOST_QUERIES
  return [...names.slice(0, MOST_QUERIES), ...(more > 0 ? [`${formatCount(more)} more`] : [])].join(', ')
}

function overlapList({ overlaps }: Attribution): string {
  if (overlaps.length === 0) return ''
  const more = overlaps.length - MOST_OVERLAPS
  const lines = [
    ...overlaps.slice(0, MOST_OVERLAPS).map(overlapLine),
    ...(more > 0 ? [`- ${formatCount(more)} more in result.json`] : []),
  ]
  return ['By definition alone:', lines.join('\n')].join('\n\n')
}

const overlapLine = ({ kind, index, of, definition, ofDefinition }: Overlap): string =>
  `- ${codeOf(index)} is a ${kind} of ${codeOf(of)}: ${escapeCode(definition)} beside ${escapeCode(ofDefinition)}`

function subsetText({ subsets }: Attribution): string {
  if (subsets.length === 0) return ''
  return subsets.map(subsetLine).join('\n\n')
}

function subsetLine({
  attempt,
  indexes,
  leftOut,
  sizeBytes,
  leftOutBytes,
  retained,
  verdict,
  reason,
}: Subset): string {
  const which = `${formatCount(indexes.length)} of ${counted(indexes.length + leftOut.length, 'index', 'indexes')}`
  const size = `${formatBytes(sizeBytes)} of ${formatBytes(sizeBytes + leftOutBytes)}`
  const share =
    retained === null || retained.low === null
      ? escapeText(reason)
      : `${formatRetained(retained)} of the gain`
  const names = leftOut.slice(0, MOST_INDEXES).map(codeOf).join(', ')
  return [
    `**${attempt === 1 ? 'Fewer indexes' : 'Second attempt, with some put back'}, ${verdict}**: ${which} (${size}): ${share}.`,
    `Left out: ${names}${leftOut.length > MOST_INDEXES ? ', …' : ''}.`,
  ].join(' ')
}

/** The schema only where it says something. */
const shortName = (index: string): string => index.replace(/^public\./, '')

const codeOf = (index: string): string => escapeCode(shortName(index))
