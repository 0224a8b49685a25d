// Makes and runs a throwaway PostgreSQL for as long as its parent lives: the parent holds the other end of standard input,
// which closes however the parent ends, kill -9 included. Then the server is stopped at once and its folder removed.
// Plain JavaScript, for it is started by path. Standard input: one line of JSON, {binaries, initdb, archive, settings,
// password, uid, gid, owner, temporary}; `archive` is of a cluster to start instead of making one; standard output: lines
// `socket <folder>` where it has one, `ready`, `stopped <JSON text>`.
import { spawn } from 'node:child_process'
import { chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const READY = 'database system is ready to accept connections'
/** The kernel takes no longer path of a socket: 107 bytes with its file name. */
const MAXIMUM_SOCKET_FOLDER = 90

let folder
let log = ''
let child

// The parent may be gone, and with it the reader of this pipe.
process.stdout.on('error', () => {})
process.on('uncaughtException', (error) => finish(error.message))
createInterface({ input: process.stdin })
  .once('line', (line) => make(JSON.parse(line)))
  .once('close', () => finish('stopped'))

function make({ binaries, initdb, archive, settings, password, uid, gid, owner, temporary }) {
  folder = mkdtempSync(join(temporary, 'indexproof-'))
  writeFileSync(
    join(folder, 'owner.json'),
    JSON.stringify({ tool: 'indexproof', ...owner, supervisor: process.pid }),
  )
  const passwordFile = join(folder, 'password')
  writeFileSync(passwordFile, password, { mode: 0o600 })
  for (const path of uid === undefined ? [] : [folder, passwordFile]) chownSync(path, uid, gid)
  const sockets = folder.length <= MAXIMUM_SOCKET_FOLDER ? folder : ''
  if (sockets !== '') process.stdout.write(`socket ${sockets}\n`)
  const dataFolder = join(folder, 'data')
  const data = ['-D', dataFolder]
  const made = (code) => {
    if (code !== 0) return finish(log)
    rmSync(passwordFile)
    const all = Object.entries({ ...settings, unix_socket_directories: sockets })
    const args = all.flatMap(([name, value]) => ['-c', `${name}=${value}`])
    run(join(binaries, 'postgres'), [...data, ...args], { uid, gid }, () => finish(log))
  }
  if (archive === null) {
    run(join(binaries, 'initdb'), [...data, `--pwfile=${passwordFile}`, ...initdb], { uid, gid }, made)
  } else {
    mkdirSync(dataFolder, { mode: 0o700 })
    if (uid !== undefined) chownSync(dataFolder, uid, gid)
    // As ourselves: the server's account need not be able to read the archive. Files keep the owner they had.
    run('tar', ['-xpf', archive, '-C', dataFolder], {}, made)
  }

  function run(command, args, account, ended) {
    // A group of its own, so that what initdb starts can be ended with it.
    child = spawn(command, args, {
      ...account,
      cwd: '/',
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    child.on('error', (error) => finish(error.message))
    child.on('exit', ended)
    child.stderr.setEncoding('utf8').on('data', (text) => {
      // Only the end is of interest: why it did not start, or that it did.
      log = (log + text).slice(-4000)
      if (text.includes(READY)) process.stdout.write('ready\n')
    })
  }
}

let isOver = false

function finish(reason) {
  if (isOver) return
  isOver = true
  // The data is thrown away, so nothing has to be brought to disk first. A postmaster that is killed takes its children
  // along by SIGQUIT only; what initdb started goes with its group.
  if (
    child !== undefined &&
    child.exitCode === null &&
    child.signalCode === null &&
    child.pid !== undefined
  ) {
    child.removeAllListeners('exit').once('exit', () => leave(reason))
    if (child.spawnfile.endsWith('postgres')) kill(child.pid, 'SIGQUIT')
    else kill(-child.pid, 'SIGKILL')
  } else leave(reason)
}

function kill(pid, signal) {
  try {
    process.kill(pid, signal)
  } catch {
    // It has just ended by itself.
  }
}

function leave(reason) {
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  process.stdout.write(`stopped ${JSON.stringify(reason)}\n`, () => process.exit())
}
