// How the vectors of a file lie in it: after a start, records of one size, each with a lead and then its components.
import type { ComponentType } from './components.js'

export interface FileLayout {
  /** Bytes before the first record. */
  readonly start: number
  readonly rowCount: number
  readonly dimensions: number
  readonly component: ComponentType
  /** Bytes of each record before its components: in fvecs the dimensions, which must be the same everywhere. */
  readonly lead: 0 | 4
}
