SELECT cohort, tenant, true AS hit, key AS p1
FROM cohort_tenants, LATERAL (
  SELECT category_id AS key FROM knowledge_base_articles WHERE tenant_id = tenant
  GROUP BY category_id ORDER BY md5(category_id::text) LIMIT 2
) own
ORDER BY cohort, tenant, p1
