// The reply to a timed execution, read after the clock has stopped: the row count of its command tag, or its error.
// Layout: https://www.postgresql.org/docs/current/protocol-message-formats.html
import { taggedRows } from './command-tag.js'
import type { DatabaseErrorFields } from './database-error.js'

export interface Reply {
  /** From the command tag: rows returned by SELECT, changed by INSERT, UPDATE, DELETE. */
  readonly rows: number
  readonly error: DatabaseErrorFields | null
}

const COMMAND_COMPLETE = 'C'.charCodeAt(0)
const ERROR_RESPONSE = 'E'.charCodeAt(0)
/** One byte of type, four of length (which counts itself). */
const HEADER_BYTES = 5

export function readReply(bytes: Buffer): Reply {
  let rows = 0
  let error: DatabaseErrorFields | null = null
  for (let at = 0; at + HEADER_BYTES <= bytes.length;) {
    const type = bytes[at]
    const end = at + 1 + bytes.readInt32BE(at + 1)
    if (type === COMMAND_COMPLETE) rows = taggedRows(bytes.toString('utf8', at + HEADER_BYTES, end - 1))
    if (type === ERROR_RESPONSE) error ??= errorFields(bytes.subarray(at + HEADER_BYTES, end))
    at = end
  }
  return { rows, error }
}

function errorFields(body: Buffer): DatabaseErrorFields {
  const fields = new Map<string, string>()
  for (const field of body.toString('utf8').split('\0')) {
    if (field !== '') fields.set(field.charAt(0), field.slice(1))
  }
  const position = fields.get('P')
  return {
    message: fields.get('M') ?? 'PostgreSQL reported an error without a message',
    code: fields.get('C') ?? 'XX000',
    severity: fields.get('V') ?? fields.get('S') ?? 'ERROR',
    detail: fields.get('D'),
    hint: fields.get('H'),
    position: position === undefined ? undefined : Number(position),
  }
}
