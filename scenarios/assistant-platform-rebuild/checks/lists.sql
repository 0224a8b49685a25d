-- About: no list is to have under 50 rows, which is 40 lists of 2,000 chunks where √rows would be 45.
SELECT substring(indexdef FROM 'lists=''(\d+)')::numeric BETWEEN 0.85 * sqrt(chunks) AND 1.15 * sqrt(chunks) AS passed,
  format('lists = %s, √%s = %s', substring(indexdef FROM 'lists=''(\d+)'), chunks, round(sqrt(chunks))) AS detail
FROM pg_indexes, (SELECT count(*) AS chunks FROM knowledge_chunks) AS counted
WHERE indexname = 'idx_knowledge_chunks_embedding'
