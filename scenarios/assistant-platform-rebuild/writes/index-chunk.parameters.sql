-- New chunks of documents that there are; what they say is near what was said.
SELECT 'all' AS cohort, d.tenant_id AS tenant, true AS hit, md5('new' || c.id)::uuid AS p1, c.document_id AS p2,
  c.position + 1000 AS p3, c.content AS p4, c.embedding AS p5
FROM knowledge_chunks c
JOIN knowledge_documents d ON d.id = c.document_id
ORDER BY md5(c.id::text)
LIMIT 1000
