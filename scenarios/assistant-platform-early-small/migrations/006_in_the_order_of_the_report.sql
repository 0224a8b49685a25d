-- The order of the report: first the table, then the index while it is small, then the data. All else is as without the migration.
CREATE TABLE chunks_to_come AS SELECT row_number() OVER () AS place, * FROM knowledge_chunks;
DROP INDEX idx_knowledge_chunks_embedding;
TRUNCATE knowledge_chunks;
-- The first 300 chunks are there when the index is built.
INSERT INTO knowledge_chunks
SELECT id, document_id, position, content, embedding FROM chunks_to_come WHERE place <= 300 ORDER BY place;

CREATE INDEX idx_knowledge_chunks_embedding
  ON knowledge_chunks
  USING ivfflat (embedding vector_cosine_ops)
  WITH (lists = 100);

INSERT INTO knowledge_chunks
SELECT id, document_id, position, content, embedding FROM chunks_to_come WHERE place > 300 ORDER BY place;
DROP TABLE chunks_to_come;
VACUUM ANALYZE knowledge_chunks;
