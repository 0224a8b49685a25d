SELECT substring(indexdef FROM 'lists=''(\d+)')::numeric BETWEEN 0.9 * sqrt(chunks) AND 1.1 * sqrt(chunks) AS passed,
  format('lists = %s, √%s = %s', substring(indexdef FROM 'lists=''(\d+)'), chunks, round(sqrt(chunks))) AS detail
FROM pg_indexes, (SELECT count(*) AS chunks FROM knowledge_chunks) AS counted
WHERE indexname = 'idx_knowledge_chunks_embedding'
