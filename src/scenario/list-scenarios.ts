// The scenarios that come with the package.
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { DEFINITION_FILE } from './load-scenario.js'
import { parseDefinition } from './parse-definition.js'
import { readSource, YAML_LIMIT_BYTES } from './read-source.js'

export interface ListedScenario {
  readonly name: string
  readonly title: string
  readonly folder: string
}

/** Every folder of <root>/scenarios with a scenario.yaml, by name. Throws a usage error if one is not valid. */
export async function listScenarios(root: string): Promise<readonly ListedScenario[]> {
  const listed: ListedScenario[] = []
  for (const name of await scenarioNames(root)) {
    const folder = join(root, 'scenarios', name)
    const source = await readSource(join(folder, DEFINITION_FILE), folder, YAML_LIMIT_BYTES)
    if (source !== undefined) listed.push({ name, title: parseDefinition(source).definition.title, folder })
  }
  return listed
}

/** Their names alone, whatever their state. */
export async function scenarioNames(root: string): Promise<readonly string[]> {
  const folder = join(root, 'scenarios')
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
}
