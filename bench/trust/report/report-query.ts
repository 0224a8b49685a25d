// A query of a report.
import type { Arms } from '../../../src/measure/arms.js'
import type { MeasuredQuery } from '../../../src/measure/measured-query.js'

export interface ReportQuery {
  readonly measured: MeasuredQuery
  readonly claim: string | null
  readonly arms: Arms
  /** Rows that each parameter row returns. */
  readonly returned: readonly number[]
  /** Also measured as `before` against `before`. */
  readonly isControl: boolean
  /** Leaves the rounds when its verdict is settled, as in every run; else it is measured until the last look. */
  readonly settles: boolean
}
