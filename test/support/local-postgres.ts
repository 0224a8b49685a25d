// The PostgreSQL installed on this machine. Without one its tests are skipped, visibly, but never in CI.
import { findBinaries } from '../../src/server/local/find-binaries.js'

/** Folder of the programs, or null. */
const localBinaries: string | null = await findBinaries({
  folder: null,
  path: process.env['PATH'] ?? '',
}).catch(() => null)

export const skipLocal = localBinaries === null && process.env['CI'] === undefined
