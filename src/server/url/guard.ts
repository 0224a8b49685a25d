// Whether a server may be touched. Every rule here refuses mistakes; each but one names the flag that allows it.
import type { Address } from '../../model/address.js'
import { refusedError } from '../../model/errors.js'
import { hostKind } from '../../model/host-kind.js'

/** What the user has allowed by flags. */
export interface Allowed {
  /** --allow-host */
  readonly hosts: readonly string[]
  /** --allow-production: the name of the one database. */
  readonly production: string | null
  /** --allow-busy */
  readonly busy: boolean
}

export interface Setting {
  readonly name: string
  readonly value: string
}

/** What a server shows of its use. */
export interface Looks {
  readonly database: string
  readonly isInRecovery: boolean
  readonly databaseComment: string | null
  /** Settings whose names are about an environment, and the cluster's name. */
  readonly environmentSettings: readonly Setting[]
  /** Sessions of clients other than indexproof, in all databases: a benchmark loads them all. */
  readonly foreignSessions: number
}

const PRODUCTION_WORDS: ReadonlySet<string> = new Set(['prod', 'production', 'live'])
const MOST_FOREIGN_SESSIONS = 10

/** Throws a refusal unless the host is this machine or was named. Nothing is looked up or connected to. */
export function checkHost({ host }: Address, allowedHosts: readonly string[]): void {
  if (hostKind(host) !== 'network') return
  if (allowedHosts.some((allowed) => allowed.toLowerCase() === host.toLowerCase())) return
  throw refusedError(`Refused: the host ${host} is not this machine, and was not allowed by name`, {
    hint: `If it may carry the load of a benchmark, add --allow-host ${host}`,
  })
}

/** Throws a refusal where a server looks like one that others depend on. */
export function checkLooks(looks: Looks, allowed: Allowed): void {
  checkPrimary(looks)
  checkProduction(looks, allowed.production)
  checkBusy(looks, allowed.busy)
}

function checkPrimary({ database, isInRecovery }: Looks): void {
  if (!isInRecovery) return
  throw refusedError(`Refused: the server of database "${database}" is in recovery, a replica`, {
    hint: 'Nothing can be created on a replica: give the address of the primary. No flag changes this',
  })
}

function checkProduction(looks: Looks, allowedDatabase: string | null): void {
  const mark = productionMark(looks)
  if (mark === null || allowedDatabase === looks.database) return
  throw refusedError(`Refused: database "${looks.database}" is marked as production: ${mark}`, {
    hint: `If the mark is wrong, or you accept the load, add --allow-production ${shellWord(looks.database)}`,
  })
}

/** The first mark found, in words. */
function productionMark({ database, databaseComment, environmentSettings }: Looks): string | null {
  if (hasProductionWord(database)) return 'its name says so'
  if (/\bproduction\b/i.test(databaseComment ?? '')) return 'its comment says so'
  const setting = environmentSettings.find(({ value }) => hasProductionWord(value))
  return setting === undefined ? null : `the setting ${setting.name} is "${setting.value}"`
}

const hasProductionWord = (text: string): boolean =>
  text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .some((word) => PRODUCTION_WORDS.has(word))

function checkBusy({ foreignSessions }: Looks, isAllowed: boolean): void {
  if (isAllowed || foreignSessions <= MOST_FOREIGN_SESSIONS) return
  throw refusedError(
    `Refused: ${foreignSessions} sessions of other clients are on the server, more than ${MOST_FOREIGN_SESSIONS}`,
    { hint: 'They would slow the benchmark and it them. If that is accepted, add --allow-busy' },
  )
}

/** The hint is there to be copied. */
const shellWord = (text: string): string =>
  /^[\w.-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`
