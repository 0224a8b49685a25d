#!/usr/bin/env node
// The command `indexproof`. The only reader of argv and env, and the only writer to stdout and stderr.
import { CommanderError } from 'commander'
import { EXIT } from '../model/errors.js'
import { buildProgram } from './program.js'
import { renderError } from './render-error.js'
import { openTerminal } from './terminal.js'
import { toolVersion } from './version.js'

const terminal = openTerminal(process)

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

// A reader that has seen enough, such as head, closes the pipe: that is no error of the run.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
}

// A rejection that nobody awaited is a bug of ours: say so, and do not pretend that the run went well.
for (const event of ['unhandledRejection', 'uncaughtException'] as const) {
  process.on(event, (error) => {
    terminal.talk(renderError(error, { colour: terminal.colour, debug: true }).text)
    process.exit(EXIT.bug)
  })
}

await main()
