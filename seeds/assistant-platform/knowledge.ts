// Documents, what they are cut into, and vectors to search for that are no row of the searched table.
import type { DatasetVectors, TableData } from '../../src/model/dataset.js'
import type { RandomStream } from '../../src/model/random.js'
import { integer, nullable, pooled, serial, text, timestamptz, uuid, vector } from '../lib/columns.js'
import { defineTable } from '../lib/define-table.js'
import { rowUniform } from '../lib/row-uniform.js'
import { idColumn, ownerColumn, tenantColumn } from './owned-columns.js'
import { DIMENSIONS, idOf, type Plan } from './plan.js'

const CATEGORIES = ['product', 'support', 'legal', 'pricing', 'onboarding', 'internal'] as const
const STATUSES = ['indexed', 'pending', 'failed'] as const

export const documentsTable = (plan: Plan): TableData => {
  const { seed, counts, clock, documents, texts } = plan
  return defineTable(seed, 'assistant-platform', {
    table: 'knowledge_documents',
    rows: counts.documents,
    columns: {
      id: idColumn('documents'),
      tenant_id: ownerColumn(plan, documents),
      title: pooled('text', texts.documentTitles),
      category: pooled('text', CATEGORIES, (_, random) => drawCategory(random)),
      source_url: nullable(
        0.6,
        text((row) => `https://files.example/${idOf('documents', row)}.pdf`),
      ),
      status: pooled('text', STATUSES, (_, random) => {
        const point = random.next()
        return point < 0.96 ? 0 : point < 0.98 ? 1 : 2
      }),
      created_at: timestamptz((row) => clock.timeAt(row / counts.documents)),
    },
  })
}

export const chunksTable = ({ seed, counts, knowledge, mixture, texts }: Plan): TableData =>
  defineTable(seed, 'assistant-platform', {
    table: 'knowledge_chunks',
    rows: counts.chunks,
    columns: {
      id: idColumn('chunks'),
      document_id: uuid((row) => idOf('documents', knowledge.documentOf[row] ?? 0)),
      position: integer((row) => knowledge.positionOf[row] ?? 0),
      content: pooled('text', texts.chunks),
      embedding: vector(DIMENSIONS, (embedding, row, random) =>
        mixture.fillVector(embedding, knowledge.drawCluster(row, random), random),
      ),
    },
  })

/** A chunk is its document's, and that its tenant's. */
export const chunkVectors = (plan: Plan): DatasetVectors => ({
  table: chunksTable(plan),
  column: 'embedding',
  tenantOf: (chunk) => (plan.documents.tenantOf[plan.knowledge.documentOf[chunk] ?? 0] ?? 0) + 1,
})

/** In turns: of a tenant drawn by size, as traffic would be, and of the next tenant, so that each has some. */
export function questionsTable(plan: Plan): TableData {
  const { seed, counts, tenants, mixture } = plan
  const ranked = tenants.rankOf.map((_, tenant) => tenant).sort((a, b) => rankOf(a) - rankOf(b))
  const tenantOf = (row: number): number => {
    if (row % 2 === 1) return ((row - 1) / 2) % tenants.count
    const point = rowUniform(seed, 7, row)
    return ranked[Math.floor(tenants.count * point * point * point)] ?? 0
  }
  return defineTable(seed, 'assistant-platform', {
    table: 'held_out_questions',
    rows: counts.questions,
    columns: {
      id: serial(),
      tenant_id: tenantColumn(plan, tenantOf),
      embedding: vector(DIMENSIONS, (embedding, row, random) =>
        mixture.fillVector(embedding, tenants.drawSubject(tenantOf(row), random), random),
      ),
    },
  })

  function rankOf(tenant: number): number {
    return tenants.rankOf[tenant] ?? 0
  }
}

function drawCategory(random: RandomStream): number {
  const point = random.next()
  return Math.floor(CATEGORIES.length * point * point)
}
