SELECT cohort, tenant, true AS hit, key AS p1
FROM cohort_tenants, LATERAL (
  SELECT ticket_id AS key FROM csat_surveys WHERE tenant_id = tenant
  GROUP BY ticket_id ORDER BY md5(ticket_id::text) LIMIT 2
) own
ORDER BY cohort, tenant, p1
