-- The order of the report: first the table, then the index, then the data. All else is as without the migration.
CREATE TABLE chunks_to_come AS SELECT * FROM knowledge_chunks;
DROP INDEX idx_knowledge_chunks_embedding;
TRUNCATE knowledge_chunks;

CREATE INDEX idx_knowledge_chunks_embedding
  ON knowledge_chunks
  USING ivfflat (embedding vector_cosine_ops)
  WITH (lists = 100);

INSERT INTO knowledge_chunks SELECT * FROM chunks_to_come;
DROP TABLE chunks_to_come;
VACUUM ANALYZE knowledge_chunks;
