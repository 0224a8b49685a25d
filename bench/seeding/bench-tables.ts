// What is loaded: the messages of chat, without the column that the server computes, and embeddings of 384 dimensions.
import { chat } from '../../seeds/chat/generate.js'
import { serial, vector } from '../../seeds/lib/columns.js'
import { defineTable } from '../../seeds/lib/define-table.js'
import { embeddingMixture } from '../../seeds/lib/embedding-mixture.js'
import type { TableData } from '../../src/model/dataset.js'
import { randomStream } from '../../src/model/random.js'

const DIMENSIONS = 384

export const BENCH_TABLES_SQL = `
create extension if not exists vector;
create table messages (
  id bigint not null, tenant_id integer not null, conversation_id integer not null, sender_id integer not null,
  body text not null, metadata jsonb not null, is_read boolean not null, created_at timestamptz not null
);
create table messages_too (like messages);
create table embeddings (id integer not null, embedding vector(${DIMENSIONS}) not null)`

export function messagesOf(rows: number): TableData {
  const table = chat.generate(1, rows).find((candidate) => candidate.table === 'messages')
  if (table === undefined) throw new Error('chat has no messages')
  return table
}

export function embeddingsOf(rows: number): TableData {
  const mixture = embeddingMixture(DIMENSIONS, randomStream(1, 'bench/mixture'))
  return defineTable(1, 'bench', {
    table: 'embeddings',
    rows,
    columns: {
      id: serial(),
      embedding: vector(DIMENSIONS, (embedding, _, random) =>
        mixture.fillVector(embedding, mixture.drawCluster(random), random),
      ),
    },
  })
}
