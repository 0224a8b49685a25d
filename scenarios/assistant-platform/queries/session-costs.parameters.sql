-- Two sessions of each tenant.
SELECT cohort, tenant, true AS hit, p1
FROM cohort_tenants, LATERAL (
  SELECT x.id AS p1
  FROM sessions x
  WHERE x.tenant_id = tenant AND EXISTS (SELECT FROM cost_events WHERE session_id = x.id)
  ORDER BY md5(x.id::text)
  LIMIT 2
) own
ORDER BY cohort, tenant, p1
