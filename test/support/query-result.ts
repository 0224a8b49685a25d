// One query of a hand-built result, consistent in itself: the arms follow from the speed-up.
import type { ResultCheck } from '../../src/model/facts.js'
import type { ArmResult, PlanDifference, QueryResult, Speedup } from '../../src/model/result.js'

export interface QueryResultOverrides extends Partial<Omit<QueryResult, 'results'>> {
  readonly results?: Partial<ResultCheck>
  readonly samePlan?: boolean
}

export const speedup = (estimate: number, low: number | null, high: number | null): Speedup => ({
  estimate,
  low,
  high,
  confidence: 0.9986,
  rounds: 27,
})

export function makeQueryResult(name: string, overrides: QueryResultOverrides = {}): QueryResult {
  const { results, samePlan = false, ...fields } = overrides
  const ratio = fields.speedup?.estimate ?? 1
  return {
    name,
    title: name.replaceAll('-', ' '),
    sql: 'SELECT id, body\nFROM messages\nWHERE tenant_id = $1\nORDER BY created_at DESC\nLIMIT 20',
    role: 'app',
    settings: {},
    planMode: 'custom',
    planKinds: null,
    claim: null,
    verdict: 'unchanged',
    detail: null,
    reason: `The interval of ${name.slice(0, 20)} says so.`,
    speedup: speedup(ratio, ratio * 0.97, ratio * 1.03),
    censored: { before: 0, after: 0 },
    speedupAboveFloor: null,
    arms: {
      before: arm(40, 1000, []),
      after: arm(40 / ratio, samePlan ? 1000 : 23, samePlan ? [] : [INDEX]),
    },
    cohorts: [cohort('largest', 1340, 12.4, { low: 99.1, high: 117 }), cohort('tail', 0.812, 0.4, null)],
    plans: { before: `plans/${name.slice(0, 1)}.before.json`, after: `plans/${name.slice(0, 1)}.after.json` },
    planDifferences: [difference('largest', samePlan), difference('tail', samePlan)],
    indexesUsed: samePlan ? [] : [INDEX],
    results: { query: name, state: 'same', differing: 0, hitRows: 60, recall: null, short: 0, ...results },
    ...fields,
  }
}

const cohort = (
  name: string,
  beforeMs: number,
  afterMs: number,
  interval: QueryResult['cohorts'][number]['interval'],
): QueryResult['cohorts'][number] => ({
  cohort: name,
  beforeMs,
  afterMs,
  speedup: beforeMs / afterMs,
  interval,
  censored: { before: 0, after: 0 },
  samples: 108,
})

const INDEX = 'messages_recent_idx'

const arm = (medianMs: number, sharedBlocks: number, indexes: string[]): ArmResult => ({
  medianMs,
  minMs: medianMs * 0.9,
  p95Ms: medianMs < 10 ? medianMs * 1.3 : null,
  samples: 216,
  sharedBlocks,
  indexes,
  warmedUp: true,
})

const seqScan = {
  tree: ['Limit', '  Sort', '    Seq Scan on messages'],
  rowsEstimated: 20,
  rowsActual: 20,
  blocks: 1000,
  rowsRemoved: 49_980,
  heapFetches: 0,
}

const indexScan = {
  tree: ['Limit', `  Index Scan using ${INDEX} on messages`],
  rowsEstimated: 20,
  rowsActual: 20,
  blocks: 23,
  rowsRemoved: 0,
  heapFetches: 0,
}

const difference = (cohort: string, samePlan: boolean): PlanDifference => ({
  cohort,
  changed: !samePlan,
  before: seqScan,
  after: samePlan ? seqScan : indexScan,
})
