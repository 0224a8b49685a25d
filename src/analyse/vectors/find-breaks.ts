// When a chosen index no longer does what it was chosen for: filters, growth, deletes, the planner, its own limits.
import type { Contender, LifeSummary } from '../../model/vectors/sweep-result.js'
import type { SweepEvidence } from '../../model/vectors/sweep-evidence.js'
import type { Harm } from '../../model/vectors/filter-evidence.js'
import { threeDigits } from '../judge/ratio-text.js'
import { indexKey, searchKey } from './same-settings.js'

interface Known {
  readonly evidence: SweepEvidence
  readonly harms: readonly Harm[]
  readonly life: readonly LifeSummary[]
}

/** Sentences without a full stop, the gravest first. */
export function findBreaks(choice: Contender, target: number, known: Known): readonly string[] {
  return [
    ...harmBreaks(choice, known.harms),
    ...lifeBreaks(choice, target, known.life),
    ...switchBreaks(choice, known.evidence),
    ...limitBreaks(choice, known.evidence),
    ...preflightBreaks(choice, known.evidence),
    ...unwatched(choice, known),
  ]
}

/** What the planner did with an index of another kind is that one's harm. */
function harmBreaks({ index }: Contender, harms: readonly Harm[]): string[] {
  const own = harms.filter(({ lost }) => lost.index.kind === index.kind)
  const rest = own.length - MOST_HARMS
  return [
    ...own.slice(0, MOST_HARMS).map(({ text }) => clauseOf(text)),
    ...(rest === 1 ? ['one more plan under a filter loses recall and saves nothing'] : []),
    ...(rest > 1 ? [`${rest} more plans under filters lose recall and save nothing`] : []),
  ]
}

/** In a paragraph: those measured first, which are of the smallest filters that are common. */
const MOST_HARMS = 2

/** Below the target, and below what it had when it was built: a life begins with fewer rows, and may begin with less recall. */
function lifeBreaks(choice: Contender, target: number, life: readonly LifeSummary[]): string[] {
  const own = lifeOf(choice, life)
  const atBuild = own.find(({ event }) => event === 'built')?.recall?.mean ?? 1
  const enough = Math.min(target, atBuild - LEAST_FALL)
  return own.flatMap(({ event, recall, voidBecause }) => {
    if (event === 'built' || voidBecause !== null || recall === null || recall.mean >= enough) return []
    return [`once it has ${EVENTS[event]} recall is ${recall.mean.toFixed(3)}`]
  })
}

/** Less is what the rows differ by, not their index. */
const LEAST_FALL = 0.01

/** With the settings that were chosen: with others recall is another. */
const lifeOf = ({ index, search }: Contender, life: readonly LifeSummary[]): readonly LifeSummary[] =>
  life.filter((one) => indexKey(one.index) === indexKey(index) && searchKey(one.search) === searchKey(search))

/** What was not looked at has not been seen to hold. */
function unwatched(choice: Contender, { evidence, life }: Known): string[] {
  const isFiltered = evidence.filters.some(
    ({ index, strategy }) => index.kind === choice.index.kind && strategy === 'planner’s choice',
  )
  return [
    ...(isFiltered ? [] : ['filters were not tried with it']),
    ...(lifeOf(choice, life).length > 0
      ? []
      : ['growth and deletes were not followed with just these settings']),
  ]
}

const EVENTS = {
  'grown ×2': 'grown to twice its rows',
  'grown ×10': 'grown to ten times its rows',
  drifted: 'been given vectors from elsewhere',
  deleted: 'lost rows that VACUUM has not yet seen',
  vacuumed: 'lost rows, and been vacuumed,',
  reindexed: 'been rebuilt',
} as const

function switchBreaks({ index, search }: Contender, { plannerSwitches }: SweepEvidence): string[] {
  return plannerSwitches.flatMap((one) => {
    const from = one.search?.effort ?? null
    if (indexKey(one.index) !== indexKey(index) || from === null || search.effort === null) return []
    return search.effort >= from
      ? [`left alone the planner does not use it with these settings: ${withoutFullStop(one.text)}`]
      : []
  })
}

/** A graph gives no more rows than ef_search; a filter takes its share of them away. */
function limitBreaks({ index, search }: Contender, { run }: SweepEvidence): string[] {
  if (index.kind !== 'hnsw' || search.effort === null || search.iterative !== 'off') return []
  const least = (2 * run.k) / search.effort
  const filter =
    least >= 1
      ? 'any filter may leave fewer rows than asked for'
      : `a filter that keeps under ${threeDigits(least * 100)} % of the rows may leave fewer than asked for`
  return [`a LIMIT above ${search.effort} returns ${search.effort} rows at most`, filter]
}

const preflightBreaks = ({ index, search }: Contender, { preflight }: SweepEvidence): string[] =>
  preflight
    .filter((finding) => finding.severity === 'warning' && indexKey(finding.index) === indexKey(index))
    .filter((finding) => finding.search === null || searchKey(finding.search) === searchKey(search))
    .map(({ text }) => clauseOf(text))

/** A sentence as part of another. Names keep their capitals: K-means, IVFFlat, HNSW. */
const clauseOf = (text: string): string =>
  withoutFullStop(text).replace(/^[A-Z](?=[a-z]* )/, (letter) => letter.toLowerCase())

const withoutFullStop = (text: string): string => text.replace(/\.\s*$/, '')
