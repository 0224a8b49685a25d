SELECT id, embedding <=> $1 AS distance
FROM knowledge_chunks
ORDER BY distance
LIMIT 10
