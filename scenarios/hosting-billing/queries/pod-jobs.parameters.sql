SELECT cohort, tenant, true AS hit, key AS p1
FROM cohort_tenants, LATERAL (
  SELECT pod_id AS key FROM cloud_pod_jobs WHERE tenant_id = tenant AND status = 'queued'
  GROUP BY pod_id ORDER BY md5(pod_id::text) LIMIT 2
) own
ORDER BY cohort, tenant, p1
