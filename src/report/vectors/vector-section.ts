// The vectors: where they come from, and whether recall on them says something of others.
import type { SweepEvidence } from '../../model/vectors/sweep-evidence.js'
import { escapeCode, escapeText } from '../escape.js'
import { counted, digits, formatCount, formatDuration, formatPercent, NOT_MEASURED } from '../format.js'

export function vectorSection({ vectors, truth }: SweepEvidence): string {
  const { honesty, rows, dimensions, tuningQueries, reportingQueries } = vectors
  const { norms } = honesty
  const lines = [
    `${escapeText(vectors.name)}: ${escapeText(vectors.description)}`,
    `${formatCount(rows)} rows of ${formatCount(dimensions)} dimensions, by ${vectors.metric}; ${formatCount(tuningQueries)} queries to tune with and ${formatCount(reportingQueries)} to report, none of them a row`,
    `local intrinsic dimension ${orNone(honesty.localIntrinsicDimension)}, relative contrast ${orNone(honesty.relativeContrast)} (mean distance ÷ distance to the 10th neighbour)`,
    `norms ${digits(norms.min)} to ${digits(norms.max)}, median ${digits(norms.median)}; ${formatPercent(honesty.duplicateShare)} duplicates; ${counted(honesty.nullVectors, 'row')} without a vector, ${formatCount(honesty.zeroVectors)} of zeros (they are in no index)`,
    `exact neighbours ${truth.way === 'kernel' ? 'computed beside the server' : 'by SQL'} in ${formatDuration(truth.durationMs)}${truth.cached ? ', kept by an earlier sweep' : ''}; held against SQL on ${counted(truth.checkedQueries, 'query', 'queries')}`,
    `SHA-256 ${escapeCode(vectors.checksum)}`,
  ]
  return ['## Vectors', lines.map((line) => `- ${line}`).join('\n')].join('\n\n')
}

const orNone = (value: number | null): string => (value === null ? NOT_MEASURED : digits(value))
