// COPY … FROM STDIN through `pg`'s own extension point (a Submittable). A chunk is handed to the socket and forgotten before
// the next is made: the kernel's buffer keeps the server busy meanwhile, and memory stays what one chunk takes.
import type { Socket } from 'node:net'
import type pg from 'pg'
import { taggedRows } from './command-tag.js'
import { fromPgError } from './pg-error.js'

type CopyConnection = pg.Connection & { readonly stream: Socket; sendCopyFail(message: string): void }

const COPY_DATA = 0x64
const COPY_DONE = Buffer.from([0x63, 0, 0, 0, 4])

/** Submit it with `client.query(exchange)` and await `done`: the rows loaded. */
export class CopyExchange implements pg.Submittable {
  readonly done: Promise<number>
  readonly #sql: string
  readonly #chunks: Iterable<Uint8Array>
  #resolve: (rows: number) => void = () => {}
  #reject: (error: unknown) => void = () => {}
  #rows = 0
  #isOver = false
  /** What making a chunk threw: the server is told to forget the rows, and answers with an error that only repeats it. */
  #failure: { readonly error: unknown } | null = null

  constructor(sql: string, chunks: Iterable<Uint8Array>) {
    this.#sql = sql
    this.#chunks = chunks
    this.done = new Promise((resolve, reject) => {
      this.#resolve = resolve
      this.#reject = reject
    })
  }

  submit(connection: pg.Connection): void {
    connection.query(this.#sql)
  }

  handleCopyInResponse(connection: pg.Connection): void {
    void this.#feed(connection as CopyConnection)
  }

  handleCommandComplete({ text }: { text: string }): void {
    this.#rows = taggedRows(text)
  }

  handleReadyForQuery(): void {
    this.#isOver = true
    this.#resolve(this.#rows)
  }

  /** The last that `pg` tells of this exchange: it waits for the server's ReadyForQuery by itself. */
  handleError(error: Error): void {
    this.#isOver = true
    this.#reject(this.#failure === null ? fromPgError(error) : this.#failure.error)
  }

  handleDataRow(): void {}
  handleRowDescription(): void {}
  handlePortalSuspended(): void {}
  handleEmptyQuery(): void {}

  async #feed(connection: CopyConnection): Promise<void> {
    try {
      for (const chunk of this.#chunks) {
        // The server refused a row, or the connection is gone: whoever waits has been told.
        if (this.#isOver || !(await sent(connection.stream, chunk))) return
      }
      connection.stream.write(COPY_DONE)
    } catch (error) {
      this.#failure = { error }
      connection.sendCopyFail(error instanceof Error ? error.message : String(error))
    }
  }
}

/** Once the kernel has the chunk; false where the connection is gone. */
function sent(stream: Socket, chunk: Uint8Array): Promise<boolean> {
  const header = Buffer.allocUnsafe(5)
  header.writeUInt8(COPY_DATA)
  header.writeInt32BE(chunk.length + 4, 1)
  return new Promise((resolve) => {
    stream.cork()
    stream.write(header)
    stream.write(chunk, (error) => resolve(error === null || error === undefined))
    stream.uncork()
  })
}
