SELECT cohort, tenant, true AS hit, key AS p1
FROM cohort_tenants, LATERAL (
  SELECT pod_id AS key FROM cloud_pod_snapshots s JOIN cloud_pods p ON p.id = s.pod_id WHERE tenant_id = tenant
  GROUP BY pod_id ORDER BY md5(pod_id::text) LIMIT 2
) own
ORDER BY cohort, tenant, p1
