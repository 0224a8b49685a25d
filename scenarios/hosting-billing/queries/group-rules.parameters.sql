SELECT cohort, tenant, true AS hit, key AS p1
FROM cohort_tenants, LATERAL (
  SELECT security_group_id AS key FROM cloud_pod_security_group_rules r JOIN cloud_pod_security_groups g ON g.id = r.security_group_id WHERE tenant_id = tenant
  GROUP BY security_group_id ORDER BY md5(security_group_id::text) LIMIT 2
) own
ORDER BY cohort, tenant, p1
