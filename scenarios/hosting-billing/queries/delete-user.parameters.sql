-- One cohort: what hangs on such a row does not depend on the size of its tenant, and a warm-up for each would take the time of the rounds.
SELECT 'all' AS cohort, tenant, true AS hit, key AS p1
FROM cohort_tenants, LATERAL (
  SELECT id AS key FROM users WHERE tenant_id = tenant ORDER BY md5(id::text) LIMIT 1
) own
ORDER BY tenant, p1
