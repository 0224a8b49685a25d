// One prebuilt message and its reply, through `pg`'s own extension point (a Submittable, as pg-cursor and pg-copy-streams
// are): nothing is encoded inside the clock, and it stops when the last of the reply arrives, before that is read.
import type pg from 'pg'
import { taggedRows } from './command-tag.js'
import { fromPgError } from './pg-error.js'
import type { Timing } from './session.js'

/** When the latest bytes from the server arrived. */
export interface Arrivals {
  readonly latestNs: number
}

/**
 * Notes the time before `pg` reads what arrived: its reading of a reply (10 µs of a key lookup's 50) is then no part of
 * the last chunk's latency. Whatever came before the last chunk is read while the server still works.
 */
export function watchArrivals(stream: NodeJS.EventEmitter, now: () => number): Arrivals {
  const arrivals = { latestNs: 0 }
  stream.prependListener('data', () => {
    arrivals.latestNs = now()
  })
  return arrivals
}

interface WireClock {
  /** Monotonic, nanoseconds. */
  readonly now: () => number
  readonly arrivals: Arrivals
}

/** Submit it with `client.query(exchange)` and await `done`. */
export class WireExchange implements pg.Submittable {
  readonly done: Promise<Timing>
  readonly #bytes: Buffer
  readonly #clock: WireClock
  #resolve: (timing: Timing) => void = () => {}
  #reject: (error: unknown) => void = () => {}
  #startNs = 0
  #rows = 0

  constructor(bytes: Buffer, clock: WireClock) {
    this.#bytes = bytes
    this.#clock = clock
    this.done = new Promise((resolve, reject) => {
      this.#resolve = resolve
      this.#reject = reject
    })
  }

  submit(connection: pg.Connection): void {
    this.#startNs = this.#clock.now()
    connection.stream.write(this.#bytes)
  }

  handleCommandComplete({ text }: { text: string }): void {
    this.#rows = taggedRows(text)
  }

  handleReadyForQuery(): void {
    this.#resolve({ durationNs: this.#clock.arrivals.latestNs - this.#startNs, rows: this.#rows })
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
