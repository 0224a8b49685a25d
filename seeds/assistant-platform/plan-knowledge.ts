// Which document each chunk belongs to, where in it, and what it is about. The chunks of a document are written together.
import { randomStream, type RandomStream } from '../../src/model/random.js'
import type { TenantPlan } from './plan-tenants.js'

/** Share of a document's chunks that are about its subject; the others are about any of its tenant's. */
const ON_SUBJECT = 0.75

export interface KnowledgePlan {
  readonly documentOf: Uint32Array
  /** From 0, within the document. */
  readonly positionOf: Uint16Array
  drawCluster(chunk: number, random: RandomStream): number
}

export function planKnowledge(
  seed: number,
  chunks: number,
  tenantOfDocument: Uint16Array,
  tenants: TenantPlan,
): KnowledgePlan {
  const random = randomStream(seed, 'assistant-platform/knowledge-plan')
  const subjectOf = Uint16Array.from(tenantOfDocument, (tenant) => tenants.drawSubject(tenant, random))
  const documentOf = assignChunks(chunks, tenantOfDocument.length, random)
  return {
    documentOf,
    positionOf: positionsIn(documentOf),
    drawCluster: (chunk, random) => {
      const document = documentOf[chunk] ?? 0
      if (random.next() < ON_SUBJECT) return subjectOf[document] ?? 0
      return tenants.drawSubject(tenantOfDocument[document] ?? 0, random)
    },
  }
}

/** A few documents are books, and most are pages. Each has a chunk. */
function assignChunks(chunks: number, documents: number, random: RandomStream): Uint32Array {
  const lengths = Float64Array.from({ length: documents }, () => {
    const point = random.next()
    return 0.15 + point * point * point * point
  })
  const total = lengths.reduce((sum, length) => sum + length, 0)
  const documentOf = new Uint32Array(chunks)
  let [reach, chunk] = [0, 0]
  for (const [document, length] of lengths.entries()) {
    reach += 1 + (length / total) * (chunks - documents)
    for (; chunk < chunks && chunk + 0.5 < reach; chunk++) documentOf[chunk] = document
  }
  return documentOf.fill(documents - 1, chunk)
}

function positionsIn(documentOf: Uint32Array): Uint16Array {
  let position = 0
  return Uint16Array.from(documentOf, (document, chunk) => {
    position = documentOf[chunk - 1] === document ? position + 1 : 0
    return position
  })
}
