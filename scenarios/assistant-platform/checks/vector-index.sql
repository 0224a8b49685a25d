-- The report's own verification query.
SELECT coalesce(bool_and(indexdef LIKE '%USING ivfflat (embedding vector_cosine_ops) WITH (lists=''100'')'), false) AS passed,
  coalesce(min(indexdef), 'no such index') AS detail
FROM pg_indexes
WHERE indexname = 'idx_knowledge_chunks_embedding'
