// The indexes in the course of time: recall at every checkpoint.
import type { LifeSummary, SweepResult } from '../../model/vectors/sweep-result.js'
import { escapeText } from '../escape.js'
import { formatBytes, formatCount, formatMs, formatPercent } from '../format.js'
import { left, markdownTable, right } from '../markdown/markdown-table.js'
import { recallText, tookText } from './figures.js'
import { describeIndex, describeSearch } from './index-words.js'

const COLUMNS = [
  left('index'),
  left('search'),
  left('event'),
  right('rows at build'),
  right('rows now'),
  left('recall'),
  right('rows returned'),
  right('median'),
  right('size'),
  right('took'),
]

export const lifeSection = ({ life, rebuild }: Pick<SweepResult, 'life' | 'rebuild'>): string =>
  life.length === 0
    ? ''
    : [
        '## Life',
        rebuild.map(({ text }) => `- ${escapeText(text)}`).join('\n'),
        markdownTable(COLUMNS, life.map(rowOf)),
      ].join('\n\n')

const rowOf = (checkpoint: LifeSummary): string[] => [
  describeIndex(checkpoint.index),
  describeSearch(checkpoint.index, checkpoint.search),
  checkpoint.event,
  formatCount(checkpoint.rowsAtBuild),
  formatCount(checkpoint.rowsNow),
  checkpoint.voidBecause === null
    ? recallText(checkpoint.recall)
    : `void: ${escapeText(checkpoint.voidBecause)}`,
  formatPercent(checkpoint.returnedShare),
  formatMs(checkpoint.medianMs),
  formatBytes(checkpoint.sizeBytes),
  checkpoint.durationMs === null ? '–' : tookText(checkpoint.durationMs),
]
