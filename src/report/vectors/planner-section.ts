// Where the planner, left alone, stops using an index.
import type { SweepEvidence } from '../../model/vectors/sweep-evidence.js'
import { escapeText } from '../escape.js'
import { describeIndex } from './index-words.js'

export function plannerSection(switches: SweepEvidence['plannerSwitches']): string {
  if (switches.length === 0) return ''
  const lines = switches.map(({ index, text }) => `- ${describeIndex(index)}: ${escapeText(text)}`)
  return ['## The planner, left alone', lines.join('\n')].join('\n\n')
}
