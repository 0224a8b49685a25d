// What a claim compares, its queries must be measured by.
import type { ClaimedPair } from '../model/group-claim.js'
import type { Query, Scenario } from '../model/scenario.js'
import type { YamlSource } from './yaml-source.js'

type Measured = Pick<Query, 'name' | 'rls' | 'plan' | 'parameterCount'>

/** Throws a usage error with file:line:column. */
export function checkClaimedPairs(
  yaml: YamlSource,
  claims: Scenario['claims'],
  queries: readonly Measured[],
): void {
  for (const [i, { name, pair, queries: members }] of claims.entries()) {
    const missing = members.findIndex(
      (member) => !queries.some((query) => query.name === member && MEASURES[pair](query)),
    )
    if (missing < 0) continue
    const index = yaml.indexOf(['claims', i, 'queries', missing])
    const what = `Claim "${name}" is about ${SUBJECTS[pair]}, and query "${members[missing]}" is not compared that way`
    throw yaml.errorAt(index, what, HINTS[pair])
  }
}

const MEASURES: Readonly<Record<ClaimedPair, (query: Measured) => boolean>> = {
  main: () => true,
  policy: ({ rls }) => rls === 'compare',
  // Without parameters there is one plan, whatever the mode.
  generic: ({ plan, parameterCount }) => plan === 'compare' && parameterCount > 0,
}

const SUBJECTS: Readonly<Record<ClaimedPair, string>> = {
  main: 'the migration',
  policy: 'row-level security',
  generic: 'generic plans',
}

const HINTS: Readonly<Record<ClaimedPair, string>> = {
  main: '',
  policy: 'Give the query rls: compare',
  generic: 'Give the query plan: compare; a query without parameters has one plan in any mode',
}
