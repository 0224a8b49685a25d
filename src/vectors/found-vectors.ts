// Vectors as a source gives them: no queries taken out yet.
import type { RowGroups } from './row-groups.js'

export interface FoundVectors {
  readonly name: string
  readonly description: string
  readonly dimensions: number
  /** Vector after vector; zeros for a NULL. */
  readonly values: Float32Array
  /** 1 where there is a vector, 0 for a NULL. */
  readonly present: Uint8Array
  /** What the source knows of them; the others are drawn. */
  readonly groups: Partial<RowGroups>
}
