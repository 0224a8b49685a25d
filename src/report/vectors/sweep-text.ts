// The end of a sweep on the terminal: the answer, what the rules of reports come to, and the harm that was found.
import { plainLine } from '../../model/plain-text.js'
import type { SweepResult } from '../../model/vectors/sweep-result.js'
import { counted } from '../format.js'
import { renderAdvices } from './advice-text.js'
import { ruleSentences } from './rule-text.js'

/** Paragraphs, with a newline at the end. */
export function renderSweepText({ advice, rules, harms, points }: SweepResult): string {
  const isVoid = points.filter(({ voidBecause }) => voidBecause !== null).length
  return [
    ...renderAdvices(advice).map(plainLine),
    ...ruleSentences(rules),
    ...harms.map(({ text }) => `harm: ${plainLine(text)}`),
    ...(isVoid === 0 ? [] : [`${counted(isVoid, 'point is', 'points are')} void: sweep.md says why`]),
  ]
    .map((paragraph) => `${paragraph}\n`)
    .join('\n')
}
