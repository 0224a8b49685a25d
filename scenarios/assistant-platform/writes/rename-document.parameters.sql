SELECT 'all' AS cohort, tenant_id AS tenant, true AS hit, id AS p1
FROM knowledge_documents
ORDER BY created_at DESC, id
LIMIT 1000
