// Bytes of PostgreSQL's protocol, version 3, to whole messages.

export interface Message {
  /** The type's letter; null for what a client sends first, which has none. */
  readonly type: string | null
  /** The whole message, its head included. */
  readonly bytes: Buffer
}

export type MessageReader = (chunk: Buffer) => readonly Message[]

const LENGTH_BYTES = 4
const PROTOCOL_3 = 3 << 16

/** Of what a server sends: every message has a type. */
export const backendReader = (): MessageReader => reader(false)

/** Of what a client sends: messages without a type until the one that names the protocol. */
export const frontendReader = (): MessageReader => reader(true)

function reader(startsUntyped: boolean): MessageReader {
  let rest: Buffer = Buffer.alloc(0)
  let untyped = startsUntyped
  const take = (): Message | null => {
    const head = untyped ? 0 : 1
    if (rest.length < head + LENGTH_BYTES) return null
    const sizeBytes = head + rest.readUInt32BE(head)
    if (rest.length < sizeBytes) return null
    const bytes = rest.subarray(0, sizeBytes)
    rest = rest.subarray(sizeBytes)
    if (!untyped) return { type: String.fromCharCode(bytes[0] ?? 0), bytes }
    untyped = requestCode(bytes) !== PROTOCOL_3
    return { type: null, bytes }
  }
  return (chunk) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    const messages: Message[] = []
    for (let message = take(); message !== null; message = take()) messages.push(message)
    return messages
  }
}

const SSL_REQUEST = 80_877_103
const GSS_REQUEST = 80_877_104

export const asksForEncryption = ({ type, bytes }: Message): boolean =>
  type === null && [SSL_REQUEST, GSS_REQUEST].includes(requestCode(bytes))

const requestCode = (bytes: Buffer): number => (bytes.length < 8 ? 0 : bytes.readUInt32BE(4))
