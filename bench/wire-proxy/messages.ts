// The few messages the proxy makes itself.

/** I: no transaction, T: in one, E: in one that failed. */
export type TransactionStatus = 'I' | 'T' | 'E'

export const ENCRYPTION_REFUSED = Buffer.from('N')
export const TERMINATE = message('X', '')
/** Makes a transaction fail, on any version and under any role. */
export const FAILING_QUERY = message('Q', 'the wire proxy makes this transaction fail\0')

export const readyForQuery = (status: TransactionStatus): Buffer => message('Z', status)

export const errorResponse = (severity: string, code: string): Buffer =>
  message('E', `S${severity}\0V${severity}\0C${code}\0Minjected by the wire proxy\0\0`)

export const statusOf = (ready: Buffer): TransactionStatus =>
  ready.toString('latin1', 5, 6) as TransactionStatus

function message(type: string, body: string): Buffer {
  const bytes = Buffer.alloc(5 + body.length)
  bytes.write(type, 0, 'latin1')
  bytes.writeUInt32BE(4 + body.length, 1)
  bytes.write(body, 5, 'latin1')
  return bytes
}
