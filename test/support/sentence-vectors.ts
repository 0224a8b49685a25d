// 778 sentences of a documentation as embeddings of 384 dimensions, unit length: real vectors, small enough for tests.
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { VectorFile } from '../../src/model/vectors/vector-source.js'

const entry = createRequire(import.meta.url).resolve('@sap-ux/fiori-docs-embeddings')

export const SENTENCE_VECTORS: VectorFile = {
  kind: 'file',
  path: join(dirname(entry), 'data', 'embeddings', 'embeddings.bin'),
  format: 'raw',
  dimensions: 384,
  sample: null,
}
