// What reports of known slowdowns found, against the witness and against each other.
import { median } from '../../../src/analyse/statistics/median.js'
import type { Location } from '../../../src/analyse/statistics/estimate-location.js'
import type { Speedup } from '../../../src/model/result.js'
import { isAtLeast, isWithin, rateOf, rateText, spreadText, type Finding, type Rate } from '../finding.js'
import type { NaiveEstimate } from './naive-estimates.js'
import { FACTORS } from './slowed-queries.js'
import type { SlowedPair, SlowedResult } from './slowed-report.js'
import type { Truths } from './truths.js'

const WITHIN = 0.03

/** `truths` are before ÷ after by name, from all witnesses together. */
export function slowedFindings(
  pairs: readonly SlowedPair[],
  naive: readonly NaiveEstimate[],
  truths: Truths,
): readonly Finding[] {
  const results = pairs.flatMap(({ reports }) => reports.flat())
  const offBy = (name: string, ratio: number): number => ratio / (truths.get(name)?.speedup ?? NaN) - 1
  return [
    recoveryFinding(
      'ours, at most 60 rounds',
      results.filter(isOfFactor(FACTORS[0])).map(({ name, speedup }) => offBy(name, speedup.estimate)),
      true,
    ),
    ...[...new Set(naive.map(({ design }) => design))].map((design) =>
      recoveryFinding(
        design,
        naive.filter((one) => one.design === design).map(({ name, ratio }) => offBy(name, ratio)),
        false,
      ),
    ),
    ...FACTORS.map((factor) => witnessedFinding(factor, results)),
    witnessedCoverage(results),
    pooledCoverage(pairs),
    swapFinding(pairs),
    agreementFinding(pairs),
  ]
}

const isOfFactor =
  (factor: number) =>
  ({ name }: Pick<SlowedResult, 'name'>): boolean =>
    name.endsWith(`×${factor}`)

function recoveryFinding(design: string, offBy: readonly number[], isOurs: boolean): Finding {
  const rate = rateOf(offBy.map((share) => Math.abs(share) <= WITHIN))
  return {
    what: `+10 % work recovered within ±3 %, ${design}`,
    target: isOurs ? '≥ 95 %' : null,
    result: `${rateText(rate)}; off by ${spreadText(
      offBy.map((share) => share * 100),
      1,
    )} %`,
    held: isOurs ? isAtLeast(rate, 0.95) : null,
  }
}

function witnessedFinding(factor: number, results: readonly SlowedResult[]): Finding {
  const ratios = results
    .filter(isOfFactor(factor))
    .flatMap(({ speedup, witnessed }) =>
      witnessed === null ? [] : [speedup.estimate / Math.exp(witnessed.estimate)],
    )
  return {
    what: `work ×${factor}: estimate ÷ witness of the same minutes`,
    target: null,
    result: spreadText(ratios, 3),
    held: null,
  }
}

/** The witness has an error of its own: both together say how far apart the two may be. */
function witnessedCoverage(results: readonly SlowedResult[]): Finding {
  const rate = rateOf(
    results.flatMap(
      ({ speedup, witnessed }) => (witnessed === null ? null : agree(speedup, witnessed)) ?? [],
    ),
  )
  return {
    ...coverageFinding('what the witness saw in the same minutes', rate),
    target: '93.5 to 97 %',
    held: isWithin(rate, 0.935, 0.97),
  }
}

/** Null where a bound is open: too few rounds exclude nothing. */
function agree({ estimate, low, high }: Speedup, witnessed: Location): boolean | null {
  const off = witnessed.estimate - Math.log(estimate)
  const [ours, theirs] = off < 0 ? [low, witnessed.high] : [high, witnessed.low]
  if (ours === null || theirs === null) return null
  return Math.abs(off) <= Math.hypot(Math.log(ours / estimate), theirs - witnessed.estimate)
}

/** No target: other reports had other noise, and noise moves the ratio itself. */
function pooledCoverage(pairs: readonly SlowedPair[]): Finding {
  const rate = rateOf(
    pairs.flatMap((pair) => {
      const others = pairs.filter((other) => other !== pair).flatMap(({ reports }) => reports.flat())
      return pair.reports.flat().flatMap(({ name, speedup }) => {
        const same = others.filter((other) => other.name === name)
        const pooled = median(same.map((other) => other.speedup.estimate))
        return pooled === null ? [] : [holds(speedup, pooled)]
      })
    }),
  )
  return coverageFinding('what the reports of other pairs say, of other minutes with other noise', rate)
}

const coverageFinding = (what: string, rate: Rate): Finding => ({
  what: `plain 95 % intervals that hold ${what}`,
  target: null,
  result: rateText(rate),
  held: null,
})

const holds = ({ low, high }: Speedup, truth: number): boolean =>
  (low ?? 0) <= truth && truth <= (high ?? Infinity)

/** Two 95 % intervals of one quantity miss each other in 0.6 % of cases. */
function swapFinding(pairs: readonly SlowedPair[]): Finding {
  const overlap = rateOf(
    pairs.flatMap(({ reports: [asItIs, swapped] }) =>
      asItIs.flatMap(({ name, speedup: one }) => {
        const other = swapped.find((result) => result.name === name)?.speedup
        if (other === undefined) return []
        return [(one.low ?? 0) <= (other.high ?? Infinity) && (other.low ?? 0) <= (one.high ?? Infinity)]
      }),
    ),
  )
  return {
    what: 'arms swapped: the interval of 1 ÷ speed-up meets the other',
    target: '≥ 99 %',
    result: rateText(overlap),
    held: isAtLeast(overlap, 0.99),
  }
}

/** Verdicts of ×1.5 and ×10 in runs that repeat each other. */
function agreementFinding(pairs: readonly SlowedPair[]): Finding {
  const right = pairs.flatMap(({ reports }) =>
    reports.flatMap((report, position) =>
      report
        .filter((result) => !isOfFactor(FACTORS[0])(result))
        .map(({ verdict }) => verdict === (position === 1 ? 'faster' : 'regression')),
    ),
  )
  const rate = rateOf(right)
  return {
    what: 'repeated runs give work ×1.5 and ×10 the same verdict, the right one',
    target: '≥ 99 %',
    result: rateText(rate),
    held: isAtLeast(rate, 0.99),
  }
}
