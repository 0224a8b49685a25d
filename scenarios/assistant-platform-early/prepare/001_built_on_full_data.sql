-- The index as it should be: built when the data is there.
CREATE INDEX idx_knowledge_chunks_document_id ON knowledge_chunks (document_id);
CREATE INDEX idx_knowledge_chunks_embedding
  ON knowledge_chunks
  USING ivfflat (embedding vector_cosine_ops)
  WITH (lists = 100);

-- The report looked at its indexes on empty tables; this is one.
CREATE TABLE knowledge_chunks_when_empty (LIKE knowledge_chunks);
CREATE INDEX knowledge_chunks_when_empty_embedding
  ON knowledge_chunks_when_empty
  USING ivfflat (embedding vector_cosine_ops)
  WITH (lists = 100);

ANALYZE knowledge_chunks;
