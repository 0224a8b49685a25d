// An error PostgreSQL reported, with what it says of the place and the way out.

export interface DatabaseErrorFields {
  readonly message: string
  /** SQLSTATE, five characters. */
  readonly code: string
  readonly severity: string
  readonly detail: string | undefined
  readonly hint: string | undefined
  /** Place in the statement, in code points from 1. */
  readonly position: number | undefined
}

export class DatabaseError extends Error {
  override readonly name = 'DatabaseError'
  readonly code: string
  readonly severity: string
  readonly detail: string | undefined
  readonly hint: string | undefined
  readonly position: number | undefined

  constructor(fields: DatabaseErrorFields) {
    super(fields.message)
    this.code = fields.code
    this.severity = fields.severity
    this.detail = fields.detail
    this.hint = fields.hint
    this.position = fields.position
  }
}
