// One connection to PostgreSQL, whichever way it is reached: the embedded server and `pg` stand behind this alike.
// Values travel as PostgreSQL's text, both ways: a result never depends on a driver's idea of a type.

export type Value = string | null
export type Row = Readonly<Record<string, Value>>

export interface Notice {
  readonly severity: string
  readonly code: string
  readonly message: string
}

/** Every call throws ConnectionLostError once the connection is gone, and the signal's reason once it is aborted. */
export interface Session {
  /** Runs one statement and returns its rows. Throws DatabaseError. */
  query(sql: string, values?: readonly Value[]): Promise<readonly Row[]>
  /** Runs statements without parameters as one message (one implicit transaction unless they say otherwise). */
  script(sql: string): Promise<void>
  /** Parses a statement once, under a name, to be executed many times. */
  prepare(sql: string): Promise<PreparedStatement>
  /**
   * Streams COPY data in; `sql` is a COPY … FROM STDIN. Returns the rows loaded. A chunk is done with when the next is
   * asked for: whoever makes them may overwrite it then.
   */
  copyIn(sql: string, chunks: Iterable<Uint8Array>): Promise<number>
  /** Notices since the last call, oldest first. */
  takeNotices(): readonly Notice[]
  /**
   * From now on no statement may take longer: the server cancels it (57014), and where the server does not answer
   * either, the session gives the connection up soon after. The embedded server cannot be interrupted, and takes its time.
   */
  limitStatements(limitMs: number): Promise<void>
}

export interface PreparedStatement {
  /** By which the server knows it, for EXECUTE and in pg_prepared_statements. */
  readonly name: string
  /** Encodes the values once; the execution can then run any number of times. */
  bind(values: readonly Value[]): BoundStatement
  close(): Promise<void>
}

export interface BoundStatement {
  /**
   * Executes and times: nothing but the round trip is inside the clock. Throws DatabaseError; StatementTimeoutError where
   * it took longer than limitStatements allows.
   */
  run(): Promise<Timing>
}

export interface Timing {
  readonly durationNs: number
  /** Rows returned or changed. */
  readonly rows: number
}
