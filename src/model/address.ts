// Where a PostgreSQL server is reached, and as whom.

/** libpq's sslmode, without the two that try one way and then the other. */
export type TlsMode = 'disable' | 'require' | 'verify-full'

export interface Address {
  /** A name, an IP address, or the folder of a unix socket. */
  readonly host: string
  readonly port: number
  readonly user: string
  /** Null where the server asks for none, or a password file has it. */
  readonly password: string | null
  readonly database: string
  readonly tls: TlsMode
}
