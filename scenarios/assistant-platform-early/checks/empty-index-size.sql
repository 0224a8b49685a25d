SELECT pg_relation_size('knowledge_chunks_when_empty_embedding') < 100 * 1024 AS passed,
  pg_relation_size('knowledge_chunks_when_empty_embedding') / 1024 || ' KB with ' || count(*) || ' rows' AS detail
FROM knowledge_chunks_when_empty
