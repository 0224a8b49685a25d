SELECT id, kind, content, created_at FROM "MemoryNote"
WHERE customer_id = $1
ORDER BY created_at DESC, id
LIMIT 10
