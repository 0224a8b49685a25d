// One prebuilt message and its reply, through `pg`'s own extension point (a Submittable, as pg-cursor and pg-copy-streams
// are): nothing is encoded, parsed or allocated per row inside the clock but what `pg`'s protocol reader does.
import type pg from 'pg'
import { taggedRows } from './command-tag.js'
import { fromPgError } from './pg-error.js'
import type { Timing } from './session.js'

/** Submit it with `client.query(exchange)` and await `done`. */
export class WireExchange implements pg.Submittable {
  readonly done: Promise<Timing>
  readonly #bytes: Buffer
  readonly #now: () => number
  #resolve: (timing: Timing) => void = () => {}
  #reject: (error: unknown) => void = () => {}
  #startNs = 0
  #rows = 0

  constructor(bytes: Buffer, now: () => number) {
    this.#bytes = bytes
    this.#now = now
    this.done = new Promise((resolve, reject) => {
      this.#resolve = resolve
      this.#reject = reject
    })
  }

  submit(connection: pg.Connection): void {
    this.#startNs = this.#now()
    connection.stream.write(this.#bytes)
  }

  handleCommandComplete({ text }: { text: string }): void {
    this.#rows = taggedRows(text)
  }

  handleReadyForQuery(): void {
    this.#resolve({ durationNs: this.#now() - this.#startNs, rows: this.#rows })
  }

  /** The last that `pg` tells of this exchange: it waits for the server's ReadyForQuery by itself. */
  handleError(error: Error): void {
    this.#reject(fromPgError(error))
  }

  handleDataRow(): void {}
  handleRowDescription(): void {}
  handlePortalSuspended(): void {}
  handleEmptyQuery(): void {}
}
