// The answer: one paragraph for each recall target, and what the rules of the published reports come to.
import type { SweepResult } from '../../model/vectors/sweep-result.js'
import { escapeText } from '../escape.js'
import { renderAdvices } from './advice-text.js'
import { ruleSentences } from './rule-text.js'

/** Paragraphs may be longer than a name: each sentence is escaped on its own. */
export function adviceSection({ advice, rules }: Pick<SweepResult, 'advice' | 'rules'>): string {
  if (advice.length === 0) return ''
  const paragraphs = renderAdvices(advice).map((text) => sentences(text).map(escapeText).join(' '))
  const judged = ruleSentences(rules).map((sentence) => `- ${escapeText(sentence)}`)
  return ['## Answer', ...paragraphs, ...(judged.length === 0 ? [] : [judged.join('\n')])].join('\n\n')
}

/** After a full stop that ends one. */
const sentences = (paragraph: string): readonly string[] => paragraph.split(/(?<=[.:;]) /)
