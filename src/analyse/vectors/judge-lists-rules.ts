// The rules of thumb that published reports choose the number of lists by, judged: what each costs at equal recall against
// the best number that was tried. Those that took turns with the finalists are judged by that; at other targets by what was
// met while tuning, where a few percent say nothing.
import { bootstrapMean } from '../../model/vectors/bootstrap-mean.js'
import { LISTS_RULES, listsByRule } from '../../model/vectors/lists-rules.js'
import type { SweepEvidence } from '../../model/vectors/sweep-evidence.js'
import type { ListsRule, TargetComparison } from '../../model/vectors/sweep-result.js'
import type { Point } from '../../model/vectors/vector-point.js'
import { median } from '../statistics/median.js'
import { ruleInTurns, type InTurns } from './rule-in-turns.js'

/** Within this they count as equal. */
const CLOSE = 1.1

export function judgeListsRules(
  evidence: SweepEvidence,
  comparisons: readonly TargetComparison[],
): readonly ListsRule[] {
  const { points, vectors, run } = evidence
  const measured = points.flatMap((point) => measure(point, run.seed))
  return comparisons.flatMap((comparison) =>
    LISTS_RULES.map((rule) => {
      const lists = listsByRule(rule, vectors.rows)
      const { target } = comparison
      const inTurns = ruleInTurns(lists, comparison, evidence)
      const { isChosen: _, ...turns } = inTurns
      const judged = judgeTuning(lists, target, measured)
      return { rule, lists, target, ...judged, ...turns, state: stateInTurns(inTurns) ?? judged.state }
    }),
  )
}

interface Measured {
  readonly lists: number
  readonly probes: number
  readonly low: number
  readonly medianMs: number
}

/** Of whole vectors: halved ones are another question. */
function measure({ index, search, voidBecause, answers, latenciesMs }: Point, seed: number): Measured[] {
  if (index.kind !== 'ivfflat' || index.representation !== 'vector') return []
  const medianMs = median(latenciesMs)
  if (voidBecause !== null || answers.length === 0 || medianMs === null || search.effort === null) return []
  const recall = bootstrapMean(
    answers.map((answer) => answer.recall),
    seed,
  )
  return [{ lists: index.lists, probes: search.effort, low: recall.low, medianMs }]
}

function judgeTuning(
  lists: number,
  target: number,
  measured: readonly Measured[],
): Pick<ListsRule, 'state' | 'probes' | 'medianMs' | 'best'> {
  const reaching = measured.filter(({ low }) => low >= target)
  const found = fastest(reaching.filter((one) => one.lists === lists))
  const best = fastest(reaching)
  const isTried = measured.some((one) => one.lists === lists)
  return {
    state: isTried ? stateOf(found, best) : 'not measured',
    probes: found?.probes ?? null,
    medianMs: found?.medianMs ?? null,
    best: best && { lists: best.lists, probes: best.probes, medianMs: best.medianMs },
  }
}

function stateOf(found: Measured | null, best: Measured | null): ListsRule['state'] {
  if (found === null || best === null) return 'not reached'
  if (found === best) return 'best'
  return found.medianMs <= best.medianMs * CLOSE ? 'close' : 'slower'
}

/** Null where the rounds do not say. */
function stateInTurns({ tuned, againstChosen, isChosen }: InTurns): ListsRule['state'] | null {
  if (tuned === null) return null
  if (againstChosen === null) return isChosen ? 'best' : null
  if (againstChosen.ratio === null) return null
  return againstChosen.faster === 'second' && againstChosen.ratio.estimate > CLOSE ? 'slower' : 'close'
}

const fastest = (points: readonly Measured[]): Measured | null =>
  points.reduce<Measured | null>(
    (best, point) => (best === null || point.medianMs < best.medianMs ? point : best),
    null,
  )
