// Runs a throwaway PostgreSQL for as long as its parent lives: the parent holds the other end of standard input, which
// closes however the parent ends, kill -9 included. Then the server is stopped at once and its folder removed.
// Plain JavaScript, for it is started by path: node supervisor.mjs '{"command", "args", "uid", "gid", "folder"}'.
import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'

const READY = 'database system is ready to accept connections'
const { command, args, uid, gid, folder } = JSON.parse(process.argv[2] ?? '{}')

const server = spawn(command, args, { uid, gid, stdio: ['ignore', 'ignore', 'pipe'] })
let log = ''

server.stderr.setEncoding('utf8').on('data', (text) => {
  // Only the end is of interest: why it did not start, or that it did.
  log = (log + text).slice(-4000)
  if (text.includes(READY)) process.stdout.write('ready\n')
})
server.on('error', (error) => finish(error.message))
server.on('exit', () => finish(log))

// SIGQUIT: the data is thrown away, so nothing has to be brought to disk first.
process.stdin.resume()
process.stdin.on('end', () => server.kill('SIGQUIT'))

function finish(reason) {
  // The parent may be gone, and with it the reader of this pipe.
  process.stdout.on('error', () => {})
  process.stdout.write(`stopped ${JSON.stringify(reason)}\n`)
  rmSync(folder, { recursive: true, force: true })
  process.exit()
}
