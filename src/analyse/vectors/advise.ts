// What to choose at a recall target, what it saves and costs, and when it no longer holds.
import type { SweepEvidence } from '../../model/vectors/sweep-evidence.js'
import type {
  Advice,
  BuildSummary,
  Contender,
  LatencyRatio,
  LifeSummary,
  TargetComparison,
} from '../../model/vectors/sweep-result.js'
import type { Harm } from '../../model/vectors/filter-evidence.js'
import type { VectorIndex } from '../../model/vectors/vector-index.js'
import { fastestCleared, fastestIndex } from './compare-at-target.js'
import { findBreaks } from './find-breaks.js'
import { indexKey } from './same-settings.js'

export interface Known {
  readonly evidence: SweepEvidence
  readonly builds: readonly BuildSummary[]
  readonly harms: readonly Harm[]
  readonly life: readonly LifeSummary[]
}

export function advise({ target, contenders, ratios }: TargetComparison, known: Known): Advice {
  const approximate = contenders.filter(({ index }) => index.kind !== 'exact')
  const exact = contenders.find(({ index }) => index.kind === 'exact') ?? null
  const fastest = fastestIndex({ contenders })
  if (fastest === null) {
    const [nearest = null] = approximate.toSorted((a, b) => b.recall.mean - a.recall.mean)
    return { ...adviceOn(target, 'none', nearest, ratios, known), breaks: [] }
  }
  const againstExact = exact === null ? null : ratioOf(ratios, exact.index, fastest.index)
  // An index that is not seen to be faster costs its build, its room and some rows for nothing.
  if (exact !== null && againstExact?.faster !== 'second') {
    return { ...adviceOn(target, 'exact', exact, ratios, known), breaks: [] }
  }
  const advice = adviceOn(target, 'index', fastest, ratios, known)
  const other = approximate.find(
    ({ index, state }) => index.kind !== fastest.index.kind && state !== 'missed',
  )
  const againstOther = other === undefined ? null : ratioOf(ratios, other.index, fastest.index)
  const { finalists, run } = known.evidence
  const cleared = fastest.state === 'proven' ? null : fastestCleared(finalists, target, run.seed)
  return { ...advice, cleared, againstExact, againstOther, breaks: [...findBreaks(fastest, target, known)] }
}

const adviceOn = (
  target: number,
  state: Advice['state'],
  choice: Contender | null,
  ratios: readonly LatencyRatio[],
  { builds }: Known,
): Omit<Advice, 'breaks'> => ({
  target,
  state,
  choice,
  build: choice === null ? null : (builds.find(({ index }) => isSame(index, choice.index)) ?? null),
  againstExact:
    choice === null
      ? null
      : (ratios.find(({ first, second }) => first.kind === 'exact' && isSame(second, choice.index)) ?? null),
  cleared: null,
  againstOther: null,
})

/** Turned round where it was measured the other way. */
function ratioOf(
  ratios: readonly LatencyRatio[],
  first: VectorIndex,
  second: VectorIndex,
): LatencyRatio | null {
  for (const one of ratios) {
    if (isSame(one.first, first) && isSame(one.second, second)) return one
    if (isSame(one.first, second) && isSame(one.second, first)) return turned(one)
  }
  return null
}

function turned({ first, second, ratio, faster }: LatencyRatio): LatencyRatio {
  const turnedRatio = ratio && {
    ...ratio,
    estimate: 1 / ratio.estimate,
    low: ratio.high === null ? null : 1 / ratio.high,
    high: ratio.low === null ? null : 1 / ratio.low,
  }
  const turnedFaster = { first: 'second', second: 'first', undecided: 'undecided' } as const
  return { first: second, second: first, ratio: turnedRatio, faster: turnedFaster[faster] }
}

const isSame = (a: VectorIndex, b: VectorIndex): boolean => indexKey(a) === indexKey(b)
