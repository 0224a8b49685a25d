SELECT c.id, d.title, c.embedding <=> $1 AS distance
FROM knowledge_chunks c
JOIN knowledge_documents d ON d.id = c.document_id
WHERE d.tenant_id = $2
ORDER BY distance
LIMIT 10
