// indexproof inspect
import { inspect } from '../../experiment/inspect.js'
import { renderInspectionMarkdown, renderInspectionText } from '../../report/inspection/inspection-page.js'
import { jsonText } from '../../report/json.js'
import { monotonicNs } from '../clocks.js'
import { withInterruption } from '../interruption.js'
import { parseReadArguments, type ReadArguments } from '../read-arguments.js'
import { resolveAddress } from '../server-settings.js'
import type { Terminal } from '../terminal.js'
import { toolVersion } from '../version.js'

export type InspectArguments = ReadArguments

export async function inspectCommand(given: InspectArguments, terminal: Terminal): Promise<void> {
  const { format, limits } = parseReadArguments(given)
  const address = resolveAddress(given, terminal)
  const version = await toolVersion()
  const inspection = await withInterruption(terminal, (signal) =>
    inspect({ address, limits, toolVersion: version }, { signal, now: monotonicNs }),
  )
  const render = {
    text: () => renderInspectionText(inspection, terminal),
    markdown: () => renderInspectionMarkdown(inspection),
    json: () => jsonText(inspection),
  }[format]
  terminal.print(render())
}
