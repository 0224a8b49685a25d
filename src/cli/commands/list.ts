// indexproof list
import { listNamedScenarios } from '../../experiment/named-scenarios.js'
import { plainLine } from '../../model/plain-text.js'
import type { Terminal } from '../terminal.js'

export async function listCommand({ json }: { readonly json: boolean }, terminal: Terminal): Promise<void> {
  const scenarios = await listNamedScenarios()
  if (json) {
    terminal.print(`${JSON.stringify(scenarios, null, 2)}\n`)
    return
  }
  const width = Math.max(...scenarios.map(({ name }) => name.length))
  for (const { name, title } of scenarios) terminal.print(`${name.padEnd(width)}  ${plainLine(title)}\n`)
}
