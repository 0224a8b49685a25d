// indexproof explain
import { explainQueries } from '../../experiment/explain-queries.js'
import { EXIT, type ExitCode } from '../../model/errors.js'
import { renderExplanationsMarkdown, renderExplanationsText } from '../../report/explanation-page.js'
import { jsonText } from '../../report/json.js'
import { monotonicNs } from '../clocks.js'
import { withInterruption } from '../interruption.js'
import { parseReadArguments, type ReadArguments } from '../read-arguments.js'
import { resolveAddress, type GuardArguments } from '../server-settings.js'
import type { Terminal } from '../terminal.js'
import { toolVersion } from '../version.js'

export interface ExplainArguments extends ReadArguments, GuardArguments {
  readonly queries: string
  readonly analyze: boolean
}

/** 2 where a query has no plan. */
export async function explainCommand(given: ExplainArguments, terminal: Terminal): Promise<ExitCode> {
  const { format, limits } = parseReadArguments(given)
  const { queries, analyze, allowHost, allowProduction = null, allowBusy } = given
  const address = resolveAddress(given, terminal)
  const allowed = { hosts: allowHost, production: allowProduction, busy: allowBusy }
  const version = await toolVersion()
  const explanations = await withInterruption(terminal, (signal) =>
    explainQueries(
      { queries, analyze, address, allowed, limits, toolVersion: version },
      { signal, now: monotonicNs },
    ),
  )
  const render = {
    text: () => renderExplanationsText(explanations, terminal),
    markdown: () => renderExplanationsMarkdown(explanations),
    json: () => jsonText(explanations),
  }[format]
  terminal.print(render())
  return explanations.queries.some(({ error }) => error !== null) ? EXIT.usage : EXIT.ok
}
