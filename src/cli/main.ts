#!/usr/bin/env node
// The command `indexproof`. The only reader of argv and env, and the only writer to stdout and stderr.
import { CommanderError } from 'commander'
import { EXIT } from '../model/errors.js'
import { buildProgram } from './program.js'
import { renderError } from './render-error.js'
import { terminal } from './terminal.js'
import { toolVersion } from './version.js'

async function main(): Promise<void> {
  try {
    await buildProgram(terminal, await toolVersion()).parseAsync(process.argv)
  } catch (error) {
    // Help and version were printed: commander leaves by throwing.
    if (error instanceof CommanderError && error.exitCode === EXIT.ok) return
    const { text, exitCode } = renderError(error, { colour: terminal.colour, debug: terminal.debug })
    terminal.talk(text)
    process.exitCode = exitCode
  }
}

// A rejection that nobody awaited is a bug of ours: say so, and do not pretend that the run went well.
process.on('unhandledRejection', (error) => {
  terminal.talk(renderError(error, { colour: terminal.colour, debug: true }).text)
  process.exit(EXIT.bug)
})

await main()
