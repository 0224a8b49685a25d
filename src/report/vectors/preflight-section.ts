// What arithmetic said before anything was built.
import type { PreflightFinding } from '../../model/vectors/preflight-finding.js'
import { escapeText } from '../escape.js'
import { describeIndex } from './index-words.js'

export function preflightSection(findings: readonly PreflightFinding[]): string {
  if (findings.length === 0) return ''
  const lines = findings.map(
    ({ index, severity, text, advice }) =>
      `- **${severity}**, ${describeIndex(index)}: ${escapeText(text)}${advice === null ? '' : ` ${escapeText(advice)}`}`,
  )
  return ['## Before building', lines.join('\n')].join('\n\n')
}
