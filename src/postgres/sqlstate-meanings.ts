// What SQLSTATEs mean for a run: in words, with what to do about it and the exit code.
import { EXIT, type ExitCode } from '../model/errors.js'

export interface Meaning {
  readonly what: string
  readonly action: string
  readonly exitCode: ExitCode
}

const meaning = (exitCode: ExitCode, what: string, action: string): Meaning => ({ what, action, exitCode })

const CONNECTION_LOST = meaning(
  EXIT.broken,
  'The connection to PostgreSQL was lost',
  'Check that the server runs and its log, then run again',
)
const SHUT_DOWN = meaning(
  EXIT.broken,
  'PostgreSQL was shut down, or ended our session',
  'Check the log of the server for who did, then run again',
)
const NOT_AUTHORISED = meaning(
  EXIT.environment,
  'PostgreSQL does not let this user in',
  'Check user and password, and pg_hba.conf of the server',
)
const INTERNAL = meaning(
  EXIT.broken,
  'PostgreSQL met an error inside itself',
  'Look into the log of the server; if it says that data is corrupted, use another one',
)

export const BY_STATE: Readonly<Record<string, Meaning>> = {
  '25006': meaning(
    EXIT.refused,
    'The server takes no writes: it looks like a replica',
    'Give the address of the primary, or turn off default_transaction_read_only',
  ),
  '3D000': meaning(EXIT.environment, 'There is no such database', 'Name one that exists: psql -l lists them'),
  '40001': meaning(
    EXIT.broken,
    'Transactions of others got in the way',
    'Run when nobody else uses the server',
  ),
  '40P01': meaning(
    EXIT.broken,
    'A deadlock with another session',
    'Run when nobody else uses the server; its log says who waited for whom',
  ),
  '42501': meaning(
    EXIT.environment,
    'The user lacks the rights for this',
    'Grant them, or use another user or another server',
  ),
  '53100': meaning(
    EXIT.broken,
    'The disk of the server is full',
    'Free space there, or choose a smaller --scale',
  ),
  '53200': meaning(
    EXIT.broken,
    'The server has no memory left',
    'Give it more, lower its work_mem or maintenance_work_mem, or choose a smaller --scale',
  ),
  '53300': meaning(
    EXIT.environment,
    'The server has no connection left',
    'End idle sessions, wait, or raise max_connections',
  ),
  '55P03': meaning(
    EXIT.broken,
    'A lock that another session holds was not released in time',
    'End that session (pg_stat_activity and pg_blocking_pids show it), then run again',
  ),
  '57014': meaning(
    EXIT.broken,
    'The statement was cancelled, or ran into its time limit',
    'Run again; where it is too slow for the limit, choose a smaller --scale',
  ),
  '57P01': SHUT_DOWN,
  '57P02': meaning(
    EXIT.broken,
    'PostgreSQL ended our session after the crash of another',
    'Look into the log of the server (often it ran out of memory), then run again',
  ),
  '57P03': meaning(
    EXIT.broken,
    'PostgreSQL takes no connections now: it starts or stops',
    'Wait a moment, then run again',
  ),
}

/** By the first two characters, for states of their own class that the table above does not have. */
export const BY_CLASS: Readonly<Record<string, Meaning>> = {
  '08': CONNECTION_LOST,
  '28': NOT_AUTHORISED,
  '40': meaning(
    EXIT.broken,
    'PostgreSQL rolled the transaction back',
    'Run when nobody else uses the server',
  ),
  '53': meaning(EXIT.broken, 'The server ran out of a resource', 'Give it more, or choose a smaller --scale'),
  '57': SHUT_DOWN,
  '58': meaning(
    EXIT.broken,
    'The server could not read or write its files',
    'Check its disk and its log, then run again',
  ),
  XX: INTERNAL,
}
