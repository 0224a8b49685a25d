// scenario.yaml to a checked definition; the first problem is told with its place.
import type { core } from 'zod'
import type { HarnessError } from '../model/errors.js'
import type { SourceText } from '../model/scenario.js'
import { checkClaims } from './check-claims.js'
import { describeIssue } from './describe-issue.js'
import { definitionSchema, type Definition } from './definition-schema.js'
import { refusedSetting } from './refused/settings.js'
import { YamlSource } from './yaml-source.js'

/** What the file says, in the right shape. Throws a usage or refused error with file:line:column and a frame. */
export function parseDefinition(source: SourceText): { definition: Definition; yaml: YamlSource } {
  const yaml = new YamlSource(source)
  const parsed = definitionSchema.safeParse(yaml.value())
  if (!parsed.success) throw firstProblem(yaml, parsed.error.issues)
  checkNames(yaml, parsed.data)
  checkClaims(yaml, parsed.data)
  return { definition: parsed.data, yaml }
}

function firstProblem(yaml: YamlSource, issues: readonly core.$ZodIssue[]): HarnessError {
  // A misspelled key is also a missing one, and only the first of the two tells what to mend.
  const unknown = issues.filter(({ code }) => code === 'unrecognized_keys')
  const told = unknown.length > 0 ? unknown : issues
  const problems = told.map((issue) => describeIssue(yaml, issue)).sort((a, b) => a.index - b.index)
  const [first] = problems
  if (first === undefined) return yaml.errorAt(0, 'The file has another shape than expected')
  return yaml.errorAt(first.index, first.what, first.hint, first.suggestion)
}

function checkNames(
  yaml: YamlSource,
  { queries, writes = [], checks = [], fails = [], placeholders = {} }: Definition,
): void {
  refuseTwins(yaml, 'queries', 'Query', queries)
  refuseTwins(yaml, 'writes', 'Write', writes)
  refuseTwins(yaml, 'checks', 'Check', checks)
  refuseTwins(yaml, 'fails', 'Failure', fails)
  for (const [i, query] of queries.entries()) {
    checkSettings(yaml, ['queries', i, 'settings'], query.settings ?? {}, Object.keys(placeholders))
  }
}

function refuseTwins(
  yaml: YamlSource,
  key: 'queries' | 'writes' | 'checks' | 'fails',
  what: 'Query' | 'Write' | 'Check' | 'Failure',
  items: readonly { readonly name: string }[],
): void {
  const names = items.map(({ name }) => name)
  for (const [i, name] of names.entries()) {
    if (names.indexOf(name) === i) continue
    const hint = `Give each ${what.toLowerCase()} a name of its own`
    throw yaml.errorAt(yaml.indexOf([key, i, 'name']), `${what} "${name}" is there twice`, hint)
  }
}

function checkSettings(
  yaml: YamlSource,
  path: readonly PropertyKey[],
  settings: Readonly<Record<string, string>>,
  placeholders: readonly string[],
): void {
  for (const [setting, value] of Object.entries(settings)) {
    const refusal = refusedSetting(setting)
    if (refusal !== undefined) {
      const what = `"${setting}" is not allowed as a setting: it ${refusal.why},`
      throw yaml.refusalAt(yaml.indexOfKey(path, setting), what, refusal.hint)
    }
    for (const [written, name = ''] of value.matchAll(/\$\{([^}]*)\}?/g)) {
      if (placeholders.includes(name) && written.endsWith('}')) continue
      const known = placeholders.map((candidate) => `\${${candidate}}`).join(', ')
      const hint = placeholders.length === 0 ? 'Declare it under "placeholders"' : `Declared: ${known}`
      throw yaml.errorAt(yaml.indexOf([...path, setting]), `Unknown placeholder "${written}"`, hint)
    }
  }
}
