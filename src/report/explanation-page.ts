// The plans of a user's queries as a person reads them.
import type { ExplainedQuery, Explanations } from '../model/explanations.js'
import { counted, digits, formatCount, formatMs } from './format.js'
import { planBlock } from './plan-block.js'
import { section, type Section } from './inspection/section.js'
import { renderSectionsMarkdown } from './inspection/section-markdown.js'
import { renderSectionsText } from './inspection/section-text.js'

export const renderExplanationsText = (
  explanations: Explanations,
  options: { readonly colour: boolean },
): string => renderSectionsText(titleOf(explanations), explanations.queries.flatMap(sectionsOf), options)

export const renderExplanationsMarkdown = (explanations: Explanations): string =>
  renderSectionsMarkdown(titleOf(explanations), explanations.queries.flatMap(sectionsOf))

const titleOf = ({ server, queries, analyzed }: Explanations): string =>
  `Plans of ${counted(queries.length, 'query', 'queries')} in database ${server.database}, PostgreSQL ${server.version}, as ${server.role}${analyzed ? ', executed' : ', not executed'}`

function sectionsOf(query: ExplainedQuery): Section[] {
  const notes = [
    ...(query.error === null ? [] : [`No plan: ${query.error}`]),
    ...(query.parameters === 'generic'
      ? [
          `A generic plan, made before the parameters are known; ${query.name}.parameters.json beside it gives them.`,
        ]
      : []),
    ...(query.notAnalyzed === null ? [] : [`Not executed: ${query.notAnalyzed}.`]),
  ]
  if (query.plans.length === 0) return [section(query.name, notes)]
  const firstOfShape = query.plans.filter(
    ({ tree }, i) => query.plans.findIndex((other) => String(other.tree) === String(tree)) === i,
  )
  return firstOfShape.map((plan, i) => ({
    ...section(headingOf(query, plan), [...(i === 0 ? notes : []), ...sharedBy(query, plan), lineOf(plan)]),
    block: planBlock(plan),
  }))
}

const headingOf = ({ name, plans }: ExplainedQuery, { row }: ExplainedQuery['plans'][number]): string =>
  plans.length === 1 ? name : `${name}, row ${formatCount(row + 1)} of its parameters`

/** Rows of parameters whose plans have the same shape are told by the first of them. */
function sharedBy({ plans }: ExplainedQuery, { tree }: ExplainedQuery['plans'][number]): string[] {
  const alike = plans.filter((other) => String(other.tree) === String(tree)).length
  return alike === 1
    ? []
    : [
        `${formatCount(alike)} of ${formatCount(plans.length)} rows of its parameters get a plan of this shape.`,
      ]
}

function lineOf({ explain, indexes }: ExplainedQuery['plans'][number]): string {
  const { Plan: root } = explain
  const executed = explain['Execution Time']
  return [
    `cost ${digits(root['Total Cost'])}`,
    `${counted(root['Plan Rows'], 'row')} estimated`,
    ...(root['Actual Rows'] === undefined ? [] : [`${formatCount(root['Actual Rows'])} met`]),
    ...(executed === undefined ? [] : [`executed in ${formatMs(executed)}`]),
    `planned in ${formatMs(explain['Planning Time'] ?? null)}`,
    indexes.length === 0 ? 'no index' : `by ${indexes.join(', ')}`,
  ].join('; ')
}
