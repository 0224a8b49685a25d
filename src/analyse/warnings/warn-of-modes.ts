// What the application's way of running a query costs it, where a reader has to know.
import type { ComparisonResult, Warning } from '../../model/result.js'

/** Of each comparison, in their order. */
export const warnOfModes = (comparisons: readonly ComparisonResult[]): readonly Warning[] =>
  comparisons.flatMap((comparison) => [...warnOfDefeat(comparison), ...warnOfGeneric(comparison)])

/** A fact of the plans: it stands even where no overhead could be measured. */
const warnOfDefeat = ({ query, defeated, explanation }: ComparisonResult): readonly Warning[] =>
  defeated.length === 0
    ? []
    : [{ code: 'rls-defeats-index', query, message: `${capitalised(explanation ?? '')}.` }]

function warnOfGeneric({ query, pair, verdict, reason, explanation }: ComparisonResult): readonly Warning[] {
  if (pair !== 'generic' || verdict !== 'slower') return []
  const message = `A generic plan is slower, custom ÷ generic ${reason}${explanation === null ? '' : `; ${explanation}`}.`
  return [{ code: 'generic-plan-slower', query, message }]
}

const capitalised = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`
