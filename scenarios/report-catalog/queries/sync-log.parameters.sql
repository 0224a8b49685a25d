SELECT cohort, tenant, EXISTS (SELECT FROM ascora_sync_logs l WHERE l.organization_id = tenant) AS hit, tenant AS p1
FROM cohort_tenants
ORDER BY cohort, tenant
