-- Two people of each tenant in the cohorts, and an address nobody has.
SELECT cohort, tenant, true AS hit, email AS p1
FROM cohort_tenants, LATERAL (
  SELECT email FROM shared.users WHERE tenant_id = tenant ORDER BY md5(id::text) LIMIT 2
) known
UNION ALL
SELECT cohort, tenant, false, 'nobody@' || tenant || '.invalid'
FROM cohort_tenants
ORDER BY cohort, hit DESC, p1
