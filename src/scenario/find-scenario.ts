// A word from the command line to the folder of a scenario.
import { stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { closest } from '../model/closest.js'
import { usageError, type HarnessError } from '../model/errors.js'
import { listScenarios } from './list-scenarios.js'
import { DEFINITION_FILE } from './load-scenario.js'

/**
 * The folder meant: a path where the word has a separator or names a folder with scenario.yaml, else the name of one
 * of <root>/scenarios. Throws a usage error with what there is.
 */
export async function findScenario(nameOrPath: string, root: string): Promise<string> {
  if (await isScenario(nameOrPath)) return nameOrPath
  if (isPath(nameOrPath)) {
    throw usageError(`No scenario at ${nameOrPath}: there is no ${join(nameOrPath, DEFINITION_FILE)}`, {
      hint: 'A scenario is a folder with scenario.yaml, migrations/*.sql and queries/*.sql',
    })
  }
  const bundled = join(root, 'scenarios', nameOrPath)
  if (nameOrPath !== '' && (await isScenario(bundled))) return bundled
  throw await unknownScenario(nameOrPath, root)
}

async function unknownScenario(name: string, root: string): Promise<HarnessError> {
  const listed = await listScenarios(root)
  const meant = closest(
    name,
    listed.map((scenario) => scenario.name),
  )
  const suggestion = meant === undefined ? '' : ` Did you mean "${meant}"?`
  const width = Math.max(0, ...listed.map((scenario) => scenario.name.length))
  const list = listed.map((scenario) => `  ${scenario.name.padEnd(width)}  ${scenario.title}`).join('\n')
  const hint = 'To use a folder of your own, write its path, such as ./my-scenario'
  return usageError(`Unknown scenario "${name}".${suggestion}`, {
    hint: list === '' ? hint : `There are:\n${list}\n${hint}`,
  })
}

const isPath = (word: string): boolean =>
  word.includes('/') || word.includes(sep) || word === '.' || word === '..'

const isScenario = async (folder: string): Promise<boolean> => {
  if (folder === '') return false
  const facts = await stat(join(folder, DEFINITION_FILE)).catch(() => undefined)
  return facts?.isFile() === true
}
