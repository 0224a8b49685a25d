-- Two of the categories that each tenant has.
SELECT cohort, tenant, true AS hit, tenant AS p1, category AS p2
FROM cohort_tenants, LATERAL (
  SELECT DISTINCT category, md5(category) FROM knowledge_documents WHERE tenant_id = tenant ORDER BY md5(category) LIMIT 2
) own
ORDER BY cohort, tenant, p2
