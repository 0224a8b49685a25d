SELECT id, title, status, created_at
FROM knowledge_documents
WHERE tenant_id = $1 AND category = $2
ORDER BY created_at DESC, id
LIMIT 50
