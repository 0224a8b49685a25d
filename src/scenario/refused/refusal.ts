// Why something is not allowed in a scenario, and what to write instead.

export interface Refusal {
  /** Follows "it". */
  readonly why: string
  readonly hint: string
}
