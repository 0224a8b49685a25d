SELECT cohort, tenant, true AS hit, key AS p1
FROM cohort_tenants, LATERAL (
  SELECT finding_id AS key FROM guardian_remediation_tasks WHERE tenant_id = tenant
  GROUP BY finding_id ORDER BY md5(finding_id::text) LIMIT 2
) own
ORDER BY cohort, tenant, p1
