// The distribution behind each median.
import type { ArmResult, QueryResult } from '../../model/result.js'
import { escapeCode } from '../escape.js'
import { latencyText } from '../censored-text.js'
import { formatCount, NOT_MEASURED } from '../format.js'
import { left, markdownTable, right } from './markdown-table.js'

const COLUMNS = [
  left('query'),
  left('arm'),
  right('samples'),
  right('min'),
  right('median'),
  right('p95'),
  left('indexes in the plans'),
]

export function latencySection(queries: readonly QueryResult[]): string {
  if (queries.length === 0) return ''
  const rows = queries.flatMap(({ name, arms, censored }) => [
    armRow(name, 'before', arms.before, censored.before),
    armRow(name, 'after', arms.after, censored.after),
  ])
  const note = 'Latency as the client sees it, timed without EXPLAIN; p95 needs 200 samples.'
  return ['## Latency', note, markdownTable(COLUMNS, rows)].join('\n\n')
}

const armRow = (query: string, name: string, arm: ArmResult, cutOff: number): string[] => [
  escapeCode(query),
  arm.warmedUp ? name : `${name} (not warmed up)`,
  formatCount(arm.samples),
  latencyText(arm.minMs, arm.samples === cutOff ? cutOff : 0),
  latencyText(arm.medianMs, cutOff),
  arm.p95Ms === null ? NOT_MEASURED : latencyText(arm.p95Ms, cutOff),
  arm.indexes.map(escapeCode).join(', '),
]
