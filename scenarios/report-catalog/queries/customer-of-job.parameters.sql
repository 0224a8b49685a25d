SELECT cohort, tenant, true AS hit, p1
FROM cohort_tenants, LATERAL (
  SELECT customer_id AS p1 FROM ascora_jobs WHERE organization_id = tenant ORDER BY created_at DESC, id LIMIT 2
) latest
ORDER BY cohort, tenant, p1
