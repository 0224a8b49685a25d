// How a query's plans are made and whether it is also measured without row-level security: its own word, else the scenario's.
import type { Query } from '../model/scenario.js'
import type { Definition, QueryDefinition } from './definition-schema.js'
import type { YamlPath, YamlSource } from './yaml-source.js'

export type ModeDefaults = Pick<Definition, 'rls' | 'plan'>

export const chooseModes = (query: QueryDefinition, scenario: ModeDefaults): Pick<Query, 'rls' | 'plan'> => ({
  rls: query.rls ?? scenario.rls ?? 'keep',
  plan: query.plan ?? scenario.plan ?? 'custom',
})

/** Throws a usage error where plan modes are told in another way too, or a comparison of them that has nothing to show. */
export function checkModes(
  { name, plan, settings = {} }: QueryDefinition,
  parameterCount: number,
  { yaml, path }: { readonly yaml: YamlSource; readonly path: YamlPath },
): void {
  const setting = Object.keys(settings).find((key) => key.toLowerCase() === 'plan_cache_mode')
  if (setting !== undefined) {
    const what = `Query "${name}" sets ${setting}, which the run sets itself`
    const index = yaml.indexOfKey([...path, 'settings'], setting)
    throw yaml.errorAt(index, what, 'Write plan: custom, generic, automatic or compare')
  }
  if (plan === 'compare' && parameterCount === 0) {
    const what = `Query "${name}" takes no parameters: PostgreSQL has one plan for it`
    throw yaml.errorAt(yaml.indexOf([...path, 'plan']), what, 'Leave out plan: compare')
  }
}
