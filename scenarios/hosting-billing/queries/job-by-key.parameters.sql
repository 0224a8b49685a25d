-- Two keys of each tenant of the cohorts, and one that no job has.
SELECT cohort, tenant, true AS hit, key AS p1
FROM cohort_tenants, LATERAL (
  SELECT idempotency_key AS key FROM cloud_pod_jobs
  WHERE tenant_id = tenant AND idempotency_key IS NOT NULL
  ORDER BY md5(id::text) LIMIT 2
) own
UNION ALL
SELECT cohort, tenant, false, 'job-' || md5('new ' || tenant)
FROM cohort_tenants
ORDER BY cohort, tenant, p1
