// What arithmetic said before anything was built. What it says of several indexes alike is said once.
import type { PreflightFinding } from '../../model/vectors/preflight-finding.js'
import { escapeText } from '../escape.js'
import { formatCount } from '../format.js'
import { describeIndex } from './index-words.js'

/** More are counted: the rest is in sweep.json. */
const MOST_INDEXES = 3

export function preflightSection(findings: readonly PreflightFinding[]): string {
  if (findings.length === 0) return ''
  const alike = new Map<string, PreflightFinding[]>()
  for (const finding of findings) {
    const key = JSON.stringify([finding.severity, finding.text, finding.advice])
    alike.set(key, [...(alike.get(key) ?? []), finding])
  }
  return ['## Before building', [...alike.values()].map(lineOf).join('\n')].join('\n\n')
}

function lineOf(alike: readonly PreflightFinding[]): string {
  const [first] = alike
  if (first === undefined) return ''
  const { severity, text, advice } = first
  const names = alike.slice(0, MOST_INDEXES).map(({ index }) => describeIndex(index))
  const rest = alike.length - names.length
  const all = `${names.join('; ')}${rest > 0 ? `; ${formatCount(rest)} more` : ''}`
  return `- **${severity}**, ${all}: ${escapeText(text)}${advice === null ? '' : ` ${escapeText(advice)}`}`
}
