// One query of a hand-built result, consistent in itself: the arms follow from the speed-up.
import type { ArmWork, DiffLine } from '../../src/model/forensics.js'
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
    says: null,
    claim: null,
    verdict: 'unchanged',
    detail: null,
    reason: `The interval of ${name.slice(0, 20)} says so`,
    speedup: speedup(ratio, ratio * 0.97, ratio * 1.03),
    censored: { before: 0, after: 0 },
    speedupAboveFloor: null,
    gapMs: null,
    latencyMs: null,
    arms: {
      before: arm(40, 1000, []),
      after: arm(40 / ratio, samePlan ? 1000 : 23, samePlan ? [] : [INDEX]),
    },
    cohorts: [cohort('largest', 1340, 12.4, { low: 99.1, high: 117 }), cohort('tail', 0.812, 0.4, null)],
    plans: { before: `plans/${name.slice(0, 1)}.before.json`, after: `plans/${name.slice(0, 1)}.after.json` },
    planDifferences: [difference('largest', samePlan), difference('tail', samePlan)],
    work: {
      before: work(1000, 49_980, 0.2),
      after: samePlan ? work(1000, 49_980, 0.2) : work(23, 0, 0.31),
      blocksRatio: samePlan ? 1 : 1000 / 23,
      agreement: samePlan
        ? { code: 'same time, same blocks', text: 'same work, same time' }
        : { code: 'faster, fewer blocks', text: 'faster, and reads 43.5 times fewer blocks' },
    },
    findings: [],
    indexesUsed: samePlan ? [] : [INDEX],
    results: {
      query: name,
      state: 'same',
      differing: 0,
      hitRows: 60,
      recall: null,
      recalls: [],
      short: 0,
      ...results,
    },
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
  triggerCalls: 0,
  misestimates: [{ node: 'Seq Scan on messages', estimated: 500, actual: 20, factor: 25 }],
}

const indexScan = {
  tree: ['Limit', `  Index Scan using ${INDEX} on messages`],
  rowsEstimated: 20,
  rowsActual: 20,
  blocks: 23,
  rowsRemoved: 0,
  heapFetches: 0,
  triggerCalls: 0,
  misestimates: [],
}

const difference = (cohort: string, samePlan: boolean): PlanDifference => ({
  cohort,
  changed: !samePlan,
  before: seqScan,
  after: samePlan ? seqScan : indexScan,
  diff: samePlan ? seqScan.tree.map((line) => diffLine('kept', line, line)) : CHANGED_DIFF,
})

const diffLine = (mark: DiffLine['mark'], before: string | null, after: string | null): DiffLine => ({
  mark,
  before,
  after,
})

const CHANGED_DIFF = [
  diffLine('kept', 'Limit', 'Limit'),
  diffLine('removed', '  Sort', null),
  diffLine('changed', '    Seq Scan on messages', `  Index Scan using ${INDEX} on messages`),
]

const work = (sharedBlocks: number, rowsRemoved: number, planningMs: number): ArmWork => ({
  sharedBlocks,
  dirtiedBlocks: 0,
  tempBlocks: 0,
  rowsRemoved,
  heapFetches: 0,
  triggerCalls: 0,
  walRecords: 0,
  walBytes: 0,
  planningMs,
  planningBlocks: 0,
  executionMs: 5,
})
