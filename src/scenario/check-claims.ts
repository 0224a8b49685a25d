// Claims on groups: each with a name of its own, about queries that there are.
import { isInMilliseconds, isOfRecall, type Claim } from '../model/claim.js'
import { closest } from '../model/closest.js'
import type { Definition, GroupClaimDefinition } from './definition-schema.js'
import type { YamlPath, YamlSource } from './yaml-source.js'

/** Throws a usage error with file:line:column. */
export function checkClaims(yaml: YamlSource, { queries, claims = [] }: Definition): void {
  const known = queries.map(({ name }) => name)
  const seen = new Set<string>()
  for (const [i, claim] of claims.entries()) {
    const path = ['claims', i]
    if (seen.has(claim.name)) {
      const index = yaml.indexOf([...path, 'name'])
      throw yaml.errorAt(index, `Claim "${claim.name}" is there twice`, 'Give each claim a name of its own')
    }
    seen.add(claim.name)
    checkMembers(yaml, [...path, 'queries'], claim.queries, known)
    checkMean(yaml, [...path, 'quantifier'], claim)
    checkRecall(yaml, path, claim, queries)
  }
}

function checkMembers(
  yaml: YamlSource,
  path: YamlPath,
  members: readonly string[],
  known: readonly string[],
): void {
  for (const [i, name] of members.entries()) {
    const index = yaml.indexOf([...path, i])
    if (!known.includes(name)) {
      const meant = closest(name, known)
      const suggestion = meant === undefined ? '' : `Did you mean "${meant}"?`
      throw yaml.errorAt(index, `Unknown query "${name}"`, `Queries: ${known.join(', ')}`, suggestion)
    }
    if (members.indexOf(name) < i) {
      throw yaml.errorAt(index, `Query "${name}" is in the group twice`, 'Name each member once')
    }
  }
}

/** A difference may be zero or below: it has no geometric mean. */
function checkMean(yaml: YamlSource, path: YamlPath, { claim, quantifier }: GroupClaimDefinition): void {
  if (quantifier.kind !== 'geometric mean' || !hasNoMean(claim)) return
  throw yaml.errorAt(
    yaml.indexOf(path),
    `"${claim.text}" is about a difference or a share, which has no geometric mean`,
    'Write "every", "at least 80%" or "at least one", or claim a ratio',
  )
}

const hasNoMean = (claim: Claim): boolean =>
  isOfRecall(claim) || (isInMilliseconds(claim) && claim.kind !== 'latency')

/** Recall is of the migration, and of queries that say what it is computed from. */
function checkRecall(
  yaml: YamlSource,
  path: YamlPath,
  { claim, pair = 'main', queries: members }: GroupClaimDefinition,
  queries: Definition['queries'],
): void {
  if (!isOfRecall(claim)) return
  if (pair !== 'main') {
    throw yaml.errorAt(
      yaml.indexOf([...path, 'pair']),
      `"${claim.text}" is about the migration`,
      'Leave pair out',
    )
  }
  const exact = members.findIndex((name) => queries.some((query) => query.name === name && !query.recall))
  if (exact < 0) return
  throw yaml.errorAt(
    yaml.indexOf([...path, 'queries', exact]),
    `Query "${members[exact]}" is not compared by recall`,
    'Give the query recall: { k, id, distance }',
  )
}
