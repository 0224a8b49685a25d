-- Two users of each tenant, and an address that nobody there has.
SELECT cohort, NULL AS tenant, true AS hit, tenant AS p1, email AS p2
FROM cohort_tenants, LATERAL (
  SELECT email FROM users WHERE tenant_id = tenant ORDER BY md5(id::text) LIMIT 2
) known
UNION ALL
SELECT cohort, NULL, false, tenant, 'nobody@example.invalid'
FROM cohort_tenants
ORDER BY cohort, p1, hit DESC, p2
