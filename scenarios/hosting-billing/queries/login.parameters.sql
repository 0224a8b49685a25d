-- Two users of each tenant in the cohorts, and an address nobody has.
SELECT cohort, tenant, true AS hit, key AS p1
FROM cohort_tenants, LATERAL (
  SELECT email AS key FROM users WHERE tenant_id = tenant ORDER BY md5(id::text) LIMIT 2
) own
UNION ALL
SELECT cohort, tenant, false, 'nobody.' || tenant || '@staff.example'
FROM cohort_tenants
ORDER BY cohort, tenant, p1
