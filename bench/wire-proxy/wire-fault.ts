// What can go wrong on the way between a client and PostgreSQL. Offsets and counts run over all connections of one proxy,
// so that 1, 2, 3 … until a run passes reaches every place there is.

export type Direction = 'to-server' | 'to-client'

export type WireFault =
  | { readonly kind: 'none' }
  /** Everything arrives, in pieces of 1 to `maxBytes` bytes, each a write of its own. */
  | { readonly kind: 'slices'; readonly seed: number; readonly maxBytes: number }
  /**
   * After `atByte` bytes in one direction: `reset` (RST) and `cut` (FIN) end the connection that carried them, later ones
   * work; after a `black-hole` nothing passes any more, in either direction, on any connection, and none is closed.
   */
  | {
      readonly kind: 'reset' | 'cut' | 'black-hole'
      readonly direction: Direction
      readonly atByte: number
    }
  /**
   * The `atRequest`-th request, from 1, never reaches the server: the client is told this error instead. A request is what
   * a client waits for: a simple query, or a batch of the extended protocol up to its Sync. FATAL closes the connection.
   */
  | {
      readonly kind: 'error'
      readonly atRequest: number
      readonly code: string
      readonly severity: 'ERROR' | 'FATAL'
    }

/** What has passed so far, over all connections. */
export interface Traffic {
  connections: number
  requests: number
  readonly bytes: Record<Direction, number>
  /** Has the fault happened? */
  struck: boolean
}
