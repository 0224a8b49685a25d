-- Rebuild with more clusters (sqrt(total_rows)): 316 for 100,000 chunks.
DROP INDEX idx_knowledge_chunks_embedding;
CREATE INDEX idx_knowledge_chunks_embedding
  ON knowledge_chunks
  USING ivfflat (embedding vector_cosine_ops)
  WITH (lists = ${lists});
