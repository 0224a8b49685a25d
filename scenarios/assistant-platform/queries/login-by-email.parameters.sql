-- Two users of each tenant, and an address that nobody has.
SELECT cohort, NULL AS tenant, true AS hit, email AS p1
FROM cohort_tenants, LATERAL (
  SELECT email FROM users WHERE tenant_id = tenant ORDER BY md5(id::text) LIMIT 2
) known
UNION ALL
SELECT cohort, NULL, false, 'nobody.' || tenant || '@example.invalid'
FROM cohort_tenants
ORDER BY cohort, hit DESC, p1
