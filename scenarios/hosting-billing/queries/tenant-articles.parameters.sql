SELECT cohort, tenant, EXISTS (
  SELECT FROM knowledge_base_articles WHERE tenant_id = tenant AND status = 'published'
) AS hit, tenant AS p1
FROM cohort_tenants
ORDER BY cohort, tenant
