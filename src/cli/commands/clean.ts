// indexproof clean
import { listKept, listLeftovers, removeLeftovers } from '../../experiment/clean.js'
import { EXIT, HarnessError, type ExitCode } from '../../model/errors.js'
import { SERVER_KINDS, type ServerKind } from '../../model/server-kinds.js'
import { monotonicNs } from '../clocks.js'
import { keptSeedsFolder, resolveServer, type ServerArguments } from '../server-settings.js'
import type { Terminal } from '../terminal.js'

export interface CleanArguments extends ServerArguments {
  readonly server?: ServerKind | undefined
  readonly dryRun: boolean
}

type Leftovers = Awaited<ReturnType<typeof listLeftovers>>

/** 4 where something could not be removed. */
export async function cleanCommand(given: CleanArguments, terminal: Terminal): Promise<ExitCode> {
  const kinds = given.server === undefined ? SERVER_KINDS : [given.server]
  const found: Leftovers[number][] = []
  for (const kind of kinds) {
    found.push(...(await listKept(keptSeedsFolder(), kind)), ...(await look(kind, given, terminal)))
  }
  for (const { kind, name, of } of found) terminal.print(`${kind} ${name} (${of})\n`)
  if (found.length === 0) terminal.print('Nothing was left behind.\n')
  if (given.dryRun || found.length === 0) return EXIT.ok
  const areAllGone = await removeLeftovers(found, ({ kind, name }, error) => {
    terminal.print(
      error === null ? `removed ${kind} ${name}\n` : `${kind} ${name} is still there: ${error}\n`,
    )
  })
  return areAllGone ? EXIT.ok : EXIT.broken
}

/** A server that cannot be reached is told and passed over, unless it is the one that was asked for. */
async function look(kind: ServerKind, given: CleanArguments, terminal: Terminal): Promise<Leftovers> {
  const ports = { signal: new AbortController().signal, now: monotonicNs }
  try {
    return await listLeftovers(resolveServer(kind, given, terminal), ports)
  } catch (error) {
    if (given.server !== undefined || !(error instanceof HarnessError)) throw error
    terminal.talk(`${kind}: not looked at. ${error.message}\n`)
    return []
  }
}
