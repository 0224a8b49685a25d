-- Two documents of each tenant.
SELECT cohort, tenant, true AS hit, p1
FROM cohort_tenants, LATERAL (
  SELECT x.id AS p1
  FROM knowledge_documents x
  WHERE x.tenant_id = tenant AND EXISTS (SELECT FROM knowledge_chunks WHERE document_id = x.id)
  ORDER BY md5(x.id::text)
  LIMIT 2
) own
ORDER BY cohort, tenant, p1
