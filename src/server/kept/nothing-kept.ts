// A cluster that starts empty and is not kept.
import type { Seeded } from '../../model/kept-seed.js'

export interface KeptCluster {
  /** What an earlier run seeded into it; null where it is empty. */
  readonly seeded: Seeded | null
  /** Keeps the cluster as it is; never throws. */
  keepSeeded(seeded: Seeded): Promise<void>
}

export const NOTHING_KEPT: KeptCluster = { seeded: null, keepSeeded: () => Promise.resolve() }
