// The rules of thumb that published reports choose the number of lists by, judged: what each costs at equal recall against
// the best number that was tried. On tuning queries, which were not measured in turns: a few percent say nothing.
import { bootstrapMean } from '../../model/vectors/bootstrap-mean.js'
import type { SweepEvidence } from '../../model/vectors/sweep-evidence.js'
import type { ListsRule } from '../../model/vectors/sweep-result.js'
import type { Point } from '../../model/vectors/vector-point.js'
import { median } from '../median.js'

/** Within this they count as equal. */
const CLOSE = 1.1

export function judgeListsRules({ points, vectors, run }: SweepEvidence): readonly ListsRule[] {
  const measured = points.flatMap((point) => measure(point, run.seed))
  const rules = [
    { rule: 'lists = 100', lists: 100 },
    { rule: 'lists = √rows', lists: Math.max(1, Math.round(Math.sqrt(vectors.rows))) },
  ] as const
  return run.targets.flatMap((target) => {
    const reaching = measured.filter(({ low }) => low >= target)
    return rules.map((rule) => judge(rule, target, measured, reaching))
  })
}

interface Measured {
  readonly lists: number
  readonly probes: number
  readonly recall: number
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
  return [{ lists: index.lists, probes: search.effort, recall: recall.mean, low: recall.low, medianMs }]
}

function judge(
  { rule, lists }: Pick<ListsRule, 'rule' | 'lists'>,
  target: number,
  measured: readonly Measured[],
  reaching: readonly Measured[],
): ListsRule {
  const own = measured.filter((one) => one.lists === lists)
  const found = fastest(reaching.filter((one) => one.lists === lists))
  const best = fastest(reaching)
  return {
    rule,
    lists,
    target,
    state: own.length === 0 ? 'not measured' : stateOf(found, best),
    probes: found?.probes ?? null,
    medianMs: found?.medianMs ?? null,
    best: best && { lists: best.lists, probes: best.probes, medianMs: best.medianMs },
    recallAtOneProbe: own.find(({ probes }) => probes === 1)?.recall ?? null,
  }
}

function stateOf(found: Measured | null, best: Measured | null): ListsRule['state'] {
  if (found === null || best === null) return 'not reached'
  if (found === best) return 'best'
  return found.medianMs <= best.medianMs * CLOSE ? 'close' : 'slower'
}

const fastest = (points: readonly Measured[]): Measured | null =>
  points.reduce<Measured | null>(
    (best, point) => (best === null || point.medianMs < best.medianMs ? point : best),
    null,
  )
