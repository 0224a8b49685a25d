SELECT cohort, tenant, true AS hit, i.id AS p1
FROM cohort_tenants JOIN ascora_integrations i ON i.organization_id = tenant
UNION ALL
(SELECT 'some', NULL, true, id FROM ascora_integrations ORDER BY md5(id::text) LIMIT 3)
ORDER BY cohort, tenant, p1
