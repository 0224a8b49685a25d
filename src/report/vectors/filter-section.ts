// Searches under a filter: what the planner chooses, what would be best, and where its choice does harm.
import type { FilterSide, Harm } from '../../model/vectors/filter-evidence.js'
import { showsItsIndex } from '../../model/vectors/shows-its-index.js'
import type { Cohort, FilterSummary, SweepResult } from '../../model/vectors/sweep-result.js'
import { escapeCode, escapeText } from '../escape.js'
import { counted, formatCount, formatMs, formatPercent, formatRecall } from '../format.js'
import { left, markdownTable, right } from '../markdown/markdown-table.js'
import { recallText } from './figures.js'
import { describeIndex, describeSearch, KIND_WORDS } from './index-words.js'

/** The table marks the others. */
const MOST_HARMS = 5

export function filterSection({
  filters,
  cohorts,
  harms,
}: Pick<SweepResult, 'filters' | 'cohorts' | 'harms'>): string {
  if (filters.length === 0) return ''
  return [
    '## Filters',
    harmPart(harms),
    'Median latency in turns, and recall. _Planner’s choice_: beside this index and B-trees on tenant and category; of a generic plan where it searched otherwise. **!**: it does harm. _Best_: the fastest of the other strategies that find about as much as the one that finds most.',
    markdownTable(COHORT_COLUMNS, cohorts.map(cohortRow)),
    `<details><summary>All ${formatCount(filters.length)} measurements</summary>`,
    markdownTable(COLUMNS, filters.map(rowOf)),
    '</details>',
  ].join('\n\n')
}

function harmPart(harms: readonly Harm[]): string {
  if (harms.length === 0) return 'No plan was found that loses recall and saves nothing.'
  const gravest = harms.toSorted((a, b) => lossOf(b) - lossOf(a)).slice(0, MOST_HARMS)
  const rest = harms.length - gravest.length
  return [
    ...gravest.map(({ text }) => `- **Harm**: ${escapeText(text)}`),
    ...(rest > 0 ? [`- ${formatCount(rest)} more, marked below; in words in sweep.json`] : []),
  ].join('\n')
}

const lossOf = ({ lost, better }: Harm): number => better.recall - lost.recall

const COHORT_COLUMNS = [
  left('filter'),
  right('keeps'),
  left('planner’s choice, HNSW'),
  left('planner’s choice, IVFFlat'),
  left('best'),
]

const cohortRow = ({ filter, chosen, best }: Cohort): string[] => [
  `${escapeText(filter.name)} (${filter.by})`,
  `${formatPercent(filter.selectivity)}, ${counted(filter.matching, 'row')}`,
  choicesText(chosen.filter(({ index }) => index.kind === 'hnsw')),
  choicesText(chosen.filter(({ index }) => index.kind === 'ivfflat')),
  best === null ? '–' : `${figures(best)}: ${best.strategy}${ofKind(best)}`,
]

type Choice = Cohort['chosen'][number]

/** Of a generic plan nothing is said where it is the custom one, with the same harm. */
function choicesText(choices: readonly Choice[]): string {
  const custom = choices.filter(({ planMode }) => planMode === 'custom')
  const others = choices.filter(
    ({ planMode, planIndex, isHarm }) =>
      planMode === 'generic' &&
      !custom.some((choice) => choice.planIndex === planIndex && choice.isHarm === isHarm),
  )
  const words = [...custom.map(choiceText), ...others.map((choice) => `generic: ${choiceText(choice)}`)]
  return words.length === 0 ? '–' : words.join('; ')
}

const choiceText = (choice: Choice): string =>
  `${figures(choice)}, ${planText(choice)}${choice.isHarm ? ' **!**' : ''}`

/** 1.9 ms, recall 0.044 */
const figures = ({ medianMs, recall }: FilterSide): string =>
  `${formatMs(medianMs)}, recall ${formatRecall(recall)}`

function planText({ index, planIndex }: FilterSide): string {
  if (planIndex === null) return 'no index'
  return showsItsIndex(planIndex, index) ? KIND_WORDS[index.kind] : escapeCode(planIndex)
}

const ofKind = ({ index }: FilterSide): string => (index.kind === 'exact' ? '' : `, ${describeIndex(index)}`)

const COLUMNS = [
  left('filter'),
  left('strategy'),
  left('plans'),
  left('search'),
  left('recall'),
  right('rows returned'),
  right('rows scanned'),
  right('median'),
  left('plan'),
]

const rowOf = (filter: FilterSummary): string[] => [
  escapeText(filter.filter.name),
  filter.strategy,
  filter.planMode,
  describeSearch(filter.index, filter.search),
  filter.voidBecause === null ? recallText(filter.recall) : `void: ${escapeText(filter.voidBecause)}`,
  formatPercent(filter.returnedShare),
  formatCount(filter.plan.rowsScanned ?? null),
  `${formatMs(filter.medianMs)}${timedText(filter)}`,
  filter.plan.index === null ? escapeText(filter.plan.node) : escapeCode(filter.plan.index),
]

/** Nothing where all were timed. */
const timedText = ({ voidBecause, asked, timed }: FilterSummary): string =>
  voidBecause !== null || timed >= asked
    ? ''
    : ` (${formatCount(timed)} of ${counted(asked, 'query', 'queries')})`
