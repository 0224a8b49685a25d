// The embedded server comes with the package: only memory can be missing.
import { passed, type Check } from '../../model/check.js'
import { PGLITE_VERSION } from '../../postgres/pglite.js'
import { memoryCheck } from '../preflight/memory-check.js'
import { NO_NEEDS } from '../preflight/needs.js'

export const diagnoseEmbedded = (): readonly Check[] => [
  passed('PGlite', PGLITE_VERSION.replace('-pgvector-', ' with pgvector package ')),
  memoryCheck(NO_NEEDS),
]
