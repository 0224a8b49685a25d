// The options that say which server, shared by the commands that need one.
import { join } from 'node:path'
import envPaths from 'env-paths'
import { Option, type Command } from 'commander'
import type { RunOptions } from '../experiment/run.js'
import type { Address } from '../model/address.js'
import { usageError } from '../model/errors.js'
import { DEFAULT_IMAGE, SERVER_KINDS, type ServerKind } from '../model/server-kinds.js'
import { resolveServerAddress } from './server-address.js'
import type { Terminal } from './terminal.js'

/** What the command line says may be used although it looks as if it should not. */
export interface GuardArguments {
  readonly allowHost: readonly string[]
  readonly allowProduction?: string | undefined
  readonly allowBusy: boolean
}

/** As the command line gives them. */
export interface ServerArguments extends GuardArguments {
  readonly bin?: string | undefined
  readonly image: string
  readonly url?: string | undefined
  readonly urlEnv?: string | undefined
}

export const serverKindOption = (): Option =>
  new Option('--server <kind>', 'where PostgreSQL runs').choices([...SERVER_KINDS])

/** As the command line gives an address, for commands that only read there. */
export interface AddressArguments {
  readonly url?: string | undefined
  readonly urlEnv?: string | undefined
}

/** Adds the options that name a database. */
export const addAddressOptions = (command: Command): Command =>
  command
    .option('--url-env <name>', 'the variable that holds the address (default: DATABASE_URL, then PGHOST, …)')
    .option('--url <url>', 'the address itself; everybody on the machine can see it while it runs')

/** Adds the options of each kind of server. */
export const addServerOptions = (command: Command): Command =>
  addGuardOptions(
    command
      .option(
        '--bin <folder>',
        'local: the folder of initdb and postgres (default: PATH, then the newest installed)',
      )
      .option('--image <name>', 'docker: the image, with its tag or digest', DEFAULT_IMAGE)
      .option(
        '--url-env <name>',
        'url: the variable that holds the address (default: DATABASE_URL, then PGHOST, …)',
      )
      .option('--url <url>', 'url: the address itself; everybody on the machine can see it while it runs'),
    'url',
  )

/** `when` do they matter? */
export const addGuardOptions = (command: Command, when: string): Command =>
  command
    .option(
      '--allow-host <host>',
      `${when}: this host may be used though it is not this machine (repeatable)`,
      (host: string, hosts: readonly string[]) => [...hosts, host],
      [] as readonly string[],
    )
    .option(
      '--allow-production <database>',
      `${when}: this database may be used though it is marked as production`,
    )
    .option('--allow-busy', `${when}: the server may be used though others work on it`, false)

const OWN_OPTIONS = {
  embedded: [],
  local: ['bin'],
  docker: ['image'],
  url: ['url', 'urlEnv', 'allowHost', 'allowProduction', 'allowBusy'],
} as const satisfies Record<ServerKind, readonly (keyof ServerArguments)[]>

/**
 * An option of another server would be ignored, and with it what its user meant: `--url` without `--server url`.
 * `used`: servers whose options the command takes for something else too.
 */
export function refuseForeignOptions(command: Command, kind: ServerKind, used: readonly ServerKind[]): void {
  for (const [owner, options] of Object.entries(OWN_OPTIONS)) {
    const given = options.find((option) => command.getOptionValueSource(option) === 'cli')
    if (owner === kind || given === undefined || used.some((other) => other === owner)) continue
    const flag = command.options.find((option) => option.attributeName() === given)?.long ?? given
    throw usageError(`${flag} is for --server ${owner}, and this is --server ${kind}`, {
      hint: `Add --server ${owner}, or leave out ${flag}`,
    })
  }
}

/** Of this user: prepared data directories, and seeded databases. */
const cacheFolder = (): string => envPaths('indexproof', { suffix: '' }).cache

export const keptSeedsFolder = (): string => join(cacheFolder(), 'seeded')

/** Exact neighbours that sweeps keep for later ones. */
export const truthFolder = (): string => join(cacheFolder(), 'neighbours')

/** Throws a usage error for an address that cannot be read, or none where one is needed. */
export function resolveServer(
  kind: ServerKind,
  given: ServerArguments,
  terminal: Terminal,
): RunOptions['server'] {
  switch (kind) {
    case 'embedded':
      return { kind, cacheFolder: cacheFolder() }
    case 'local':
      return { kind, binFolder: given.bin ?? null, path: terminal.env['PATH'] ?? '' }
    case 'docker':
      return { kind, image: given.image }
    case 'url':
      return resolveUrl(given, terminal)
  }
}

/** Throws a usage error for an address that cannot be read, or none. From here on its password is written nowhere. */
export function resolveAddress(given: AddressArguments, terminal: Terminal): Address {
  const { url = null, urlEnv = null } = given
  const { address, warning } = resolveServerAddress({ url, urlEnv, env: terminal.env })
  // Before anything is said: whatever the driver or the server quotes of it is masked.
  if (address.password !== null)
    terminal.hide(address.password, [address.user, address.database, address.host])
  if (warning !== null) terminal.talk(`warning: ${warning}\n`)
  return address
}

function resolveUrl(given: ServerArguments, terminal: Terminal): RunOptions['server'] {
  const address = resolveAddress(given, terminal)
  const { allowHost, allowProduction = null, allowBusy } = given
  return {
    kind: 'url',
    address,
    allowed: { hosts: allowHost, production: allowProduction, busy: allowBusy },
  }
}

/** The options that matter for a repetition, as words of a command line. A URL is not repeated: it may hold a password. */
export function serverWords(kind: ServerKind, given: ServerArguments): readonly string[] {
  const words = [`--server ${kind}`]
  if (kind === 'local' && given.bin !== undefined) words.push(`--bin ${given.bin}`)
  if (kind === 'docker' && given.image !== DEFAULT_IMAGE) words.push(`--image ${given.image}`)
  if (kind !== 'url') return words
  if (given.url !== undefined) words.push('--url …')
  if (given.urlEnv !== undefined) words.push(`--url-env ${given.urlEnv}`)
  words.push(...given.allowHost.map((host) => `--allow-host ${host}`))
  if (given.allowProduction !== undefined) words.push(`--allow-production ${given.allowProduction}`)
  if (given.allowBusy) words.push('--allow-busy')
  return words
}
