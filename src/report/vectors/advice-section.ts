// The answer, one paragraph for each recall target.
import type { Advice } from '../../model/vectors/sweep-result.js'
import { escapeText } from '../escape.js'
import { renderAdvice } from './advice-text.js'

/** Paragraphs may be longer than a name: each sentence is escaped on its own. */
export const adviceSection = (advice: readonly Advice[]): string =>
  advice.length === 0
    ? ''
    : ['## Answer', ...advice.map((one) => sentences(renderAdvice(one)).map(escapeText).join(' '))].join('\n\n')

/** After a full stop that ends one. */
const sentences = (paragraph: string): readonly string[] => paragraph.split(/(?<=[.:;]) /)
