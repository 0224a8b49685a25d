SELECT cohort, tenant, true AS hit, key AS p1
FROM cohort_tenants, LATERAL (
  SELECT scan_id AS key FROM guardian_findings f JOIN guardian_security_scans s ON s.id = f.scan_id WHERE tenant_id = tenant
  GROUP BY scan_id ORDER BY md5(scan_id::text) LIMIT 2
) own
ORDER BY cohort, tenant, p1
